/**
 * Whether Escape is meant for the dialog: a list to pick from keeps it for itself even while it is folded, so that who
 * has just opened a form could not leave it by key.
 */
export function leavesByEscape(event: KeyboardEvent): boolean {
  const { target, isComposing } = event;
  return (
    !isComposing &&
    target instanceof HTMLElement &&
    target.getAttribute('role') === 'combobox' &&
    target.getAttribute('aria-expanded') !== 'true'
  );
}
