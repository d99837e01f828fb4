import 'element-plus/theme-chalk/base.css';
import './styles.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { install } from './api/http';
import App from './App.vue';
import { router } from './router';
import { useConnection } from './stores/connection';
import { useSession } from './stores/session';

const app = createApp(App).use(createPinia());
const session = useSession();
const connection = useConnection();
install({
  renew: session.renew,
  unreachable: connection.unreachable,
  reachable: connection.reachable,
});
app.use(router).mount('#app');
