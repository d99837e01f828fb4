import { ref } from 'vue';

/** The mode with large type and fewer choices 适老版; kept on this device. */
const key = 'portal.large';

export const large = ref(localStorage.getItem(key) === 'yes');

export function applyLarge(): void {
  document.documentElement.classList.toggle('large', large.value);
}

export function toggleLarge(): void {
  large.value = !large.value;
  localStorage.setItem(key, large.value ? 'yes' : 'no');
  applyLarge();
}
