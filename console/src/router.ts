import { watch } from 'vue';
import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router';
import { administrators, sections } from './admin/sections';
import type { Role } from './api/types';
import { desks } from './desk/desks';
import { useConnection } from './stores/connection';
import { useReference } from './stores/reference';
import { useSession } from './stores/session';

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    /** Any of these roles may open the page; everybody who is signed in when absent. */
    roles?: Role[];
    public?: boolean;
  }
}

/** Where a user starts: the desk of the first role that they have. */
function home(): RouteLocationRaw {
  const { may } = useSession();
  if (may('ADMIN')) return '/tickets';
  if (may('SUPERVISOR')) return '/supervision';
  if (may('CALL_TAKER')) return '/intake';
  if (may('LEADER')) return '/cockpit';
  return desks.find((desk) => may(...desk.roles))?.path ?? '/tickets';
}

/** Of the administration, the first page that the user may open. */
function firstSection(): RouteLocationRaw {
  const { may } = useSession();
  const first = sections.find((section) => may(...section.roles));
  return first ? `/admin/${first.path}` : '/';
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { title: '登录', public: true },
    },
    {
      path: '/tickets/:id/print',
      component: () => import('./pages/TicketPrintPage.vue'),
      props: true,
      meta: { title: '打印工单' },
    },
    {
      // On a wall there is nothing but the figures.
      path: '/cockpit/wall',
      component: () => import('./pages/CockpitPage.vue'),
      props: { wall: true },
      meta: { title: '驾驶舱', roles: ['LEADER', 'SUPERVISOR'] },
    },
    {
      path: '/',
      component: () => import('./components/AppShell.vue'),
      children: [
        // The guard sends everybody on to their own desk.
        { path: '', component: () => import('./pages/NotFoundPage.vue') },
        {
          path: 'tickets',
          component: () => import('./pages/TicketListPage.vue'),
          meta: { title: '工单查询' },
        },
        {
          path: 'tickets/:id',
          component: () => import('./pages/TicketPage.vue'),
          props: true,
          meta: { title: '工单详情' },
        },
        {
          path: 'intake',
          component: () => import('./pages/IntakePage.vue'),
          meta: { title: '受理台', roles: ['CALL_TAKER'] },
        },
        ...desks.map((desk) => ({
          path: desk.path.slice(1),
          component: () => import('./pages/DeskPage.vue'),
          props: { desk },
          meta: { title: desk.title, roles: desk.roles },
        })),
        {
          path: 'calls',
          component: () => import('./pages/CallsPage.vue'),
          meta: { title: '话务记录', roles: ['CALL_TAKER', 'DISPATCHER', 'SUPERVISOR'] },
        },
        {
          path: 'notices',
          component: () => import('./pages/NoticesPage.vue'),
          meta: { title: '短信记录', roles: ['FOLLOW_UP', 'REVIEWER', 'SUPERVISOR', 'AUDITOR'] },
        },
        {
          path: 'cockpit',
          component: () => import('./pages/CockpitPage.vue'),
          meta: { title: '驾驶舱', roles: ['LEADER', 'SUPERVISOR'] },
        },
        {
          path: 'supervision',
          component: () => import('./pages/SupervisionPage.vue'),
          meta: { title: '督办台', roles: ['SUPERVISOR', 'DISPATCHER', 'UNIT_HANDLER'] },
        },
        {
          path: 'network',
          component: () => import('./pages/NetworkPage.vue'),
          meta: { title: '联网状态', roles: ['SUPERVISOR'] },
        },
        {
          path: 'knowledge',
          component: () => import('./pages/KnowledgePage.vue'),
          meta: { title: '知识库' },
        },
        {
          path: 'admin',
          component: () => import('./admin/AdminPage.vue'),
          meta: { title: '系统管理', roles: administrators },
          children: [
            { path: '', redirect: firstSection },
            ...sections.map((section) => ({
              path: section.path,
              component: section.page,
              meta: { title: section.title, roles: section.roles },
            })),
          ],
        },
        {
          path: ':rest(.*)*',
          component: () => import('./pages/NotFoundPage.vue'),
          meta: { title: '页面不存在' },
        },
      ],
    },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.public) return true;
  const session = useSession();
  let known: boolean;
  try {
    known = await session.known();
  } catch {
    // The node is away: show the sign-in page, which says so and goes on when it is back.
    known = false;
  }
  if (!known) return { path: '/sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
  if (to.path === '/' || (to.meta.roles && !session.may(...to.meta.roles))) return home();
  await useReference()
    .ready()
    .catch(() => undefined);
  return true;
});

// A page's code could not be fetched: the connection is lost, or the node has been updated meanwhile. The page is
// opened anew as soon as the node answers; drafts outlive that.
router.onError((error: unknown, to) => {
  if (!/dynamically imported|preload/.test(String(error))) return;
  const connection = useConnection();
  connection.unreachable();
  watch(
    () => connection.recoveries,
    () => window.location.assign(to.fullPath),
    { once: true },
  );
});

router.afterEach((to) => {
  const node = useSession().node?.name;
  document.title = [to.meta.title, node, '12345热线'].filter(Boolean).join(' · ');
});
