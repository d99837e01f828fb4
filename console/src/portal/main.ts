import './portal.css';
import { createApp } from 'vue';
import { applyLarge } from './large';
import PortalApp from './PortalApp.vue';
import { router } from './router';

applyLarge();
createApp(PortalApp).use(router).mount('#portal');
