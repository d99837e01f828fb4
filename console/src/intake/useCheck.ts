import { type Check, intake } from '@/api/intake';
import { watchDebounced } from '@/lib/debounced';
import { useLoad } from '@/lib/load';
import { askable, type IntakeForm } from './intakeForm';

/** What the node knows about the appeal as far as it has been typed: whose it is, and what is like it. */
export function useCheck(form: IntakeForm) {
  const loaded = useLoad<Check | undefined>(async () => {
    const appeal = askable(form);
    return appeal && intake.check(appeal);
  });
  watchDebounced(
    () => [
      ...[form.title, form.content, form.place, form.region, form.matter],
      ...[form.category, form.phone, form.name, form.enterprise],
    ],
    600,
    () => loaded.reload(),
  );
  return loaded;
}
