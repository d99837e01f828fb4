import 'element-plus/es/components/message/style/css';
import { ElMessage } from 'element-plus/es/components/message/index';

/** Short notices at the top of the page. */
export const feedback = {
  done: (text: string) => ElMessage({ type: 'success', message: text, grouping: true }),
  told: (text: string) =>
    ElMessage({ type: 'info', message: text, grouping: true, duration: 6000, showClose: true }),
  failed: (text: string) =>
    ElMessage({ type: 'error', message: text, grouping: true, duration: 6000, showClose: true }),
};
