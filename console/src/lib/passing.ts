import { onScopeDispose, type Ref, shallowRef } from 'vue';

/** A value that is forgotten after a while, so that personal data does not stay on a screen that nobody looks at. */
export function usePassing<T>(millis: number): {
  value: Readonly<Ref<T | undefined>>;
  show: (shown: T) => void;
  forget: () => void;
} {
  const value = shallowRef<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(): void {
    clearTimeout(timer);
    value.value = undefined;
  }

  function show(shown: T): void {
    forget();
    value.value = shown;
    timer = setTimeout(forget, millis);
  }

  onScopeDispose(forget);
  return { value, show, forget };
}
