import { nextTick } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: () => ({ top: 0 }),
  routes: [
    { path: '/portal', component: () => import('./HomePage.vue'), meta: { title: '网上服务' } },
    {
      path: '/portal/new',
      component: () => import('./SubmitPage.vue'),
      meta: { title: '我要反映' },
    },
    {
      path: '/portal/query',
      component: () => import('./QueryPage.vue'),
      meta: { title: '查进度' },
    },
    {
      path: '/portal/answers',
      component: () => import('./AnswersPage.vue'),
      meta: { title: '常见问题' },
    },
    {
      path: '/rate/:token',
      component: () => import('./RatePage.vue'),
      props: true,
      meta: { title: '评价办理结果' },
    },
    { path: '/:rest(.*)*', redirect: '/portal' },
  ],
});

// Whoever listens instead of looking is told where they are now, and goes on from there.
router.afterEach((to, from) => {
  document.title = [to.meta.title, '12345政务服务便民热线'].filter(Boolean).join(' · ');
  if (from.matched.length > 0)
    void nextTick(() => setTimeout(() => document.querySelector<HTMLElement>('h1')?.focus()));
});
