import { computed } from 'vue';
import { intake, type IntakeRules, type Transfer } from '@/api/intake';
import { useLoad } from '@/lib/load';
import type { Pickable } from '@/lib/picking';
import { useReference } from '@/stores/reference';

export type TransferKind = Exclude<Transfer['kind'], 'UNKNOWN'>;

const nobody: Record<TransferKind, string> = {
  EXPERT: '还没有设立专家座席，请联系管理员。',
  LINE: '没有登记在用的热线号码。',
  NODE: '没有上级或下级热线。',
  EMERGENCY: '规则中没有紧急热线号码。',
};

/** Where a call can be passed on to, by the kind of place. */
export function useTransferPlaces(rules: () => IntakeRules | undefined) {
  const reference = useReference();
  const places = useLoad(async () => {
    const [seats, lines] = await Promise.all([intake.seats(), intake.lines()]);
    const here = reference.node.code;
    return {
      seats: seats.seats,
      lines: lines.items.filter((line) => line.owner.code === here && !line.cancelledAt),
    };
  });
  void places.reload();

  const initials = computed(
    () => new Map(reference.data.units.map((unit) => [unit.code, unit.initials])),
  );

  const choicesOf: Record<TransferKind, () => Pickable[]> = {
    EXPERT: () =>
      (places.value.value?.seats ?? []).map((seat) => ({
        value: seat.unit,
        label: `${seat.unitName}（${seat.field}）`,
        initials: initials.value.get(seat.unit),
      })),
    LINE: () =>
      (places.value.value?.lines ?? []).map(({ number, name }) => ({
        value: number,
        label: `${number} ${name}`,
      })),
    NODE: () => {
      const parent = reference.data.parent;
      return [
        ...(parent ? [{ value: parent.code, label: parent.name }] : []),
        ...reference.data.children.map(({ code, name, initials: letters }) => ({
          value: code,
          label: name,
          initials: letters,
        })),
      ];
    },
    EMERGENCY: () =>
      (rules()?.emergencyNumbers ?? []).map((number) => ({ value: number, label: number })),
  };

  return {
    of: (kind: TransferKind): Pickable[] => choicesOf[kind](),
    /** Why there is none. */
    noneOf: (kind: TransferKind): string => places.error.value || nobody[kind],
  };
}
