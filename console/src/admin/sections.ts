import type { Role } from '@/api/types';
import type { Component } from 'vue';

/** A page of the administration. */
export interface Section {
  path: string;
  title: string;
  group: string;
  /** Who may open it besides an administrator. */
  roles: Role[];
  page: () => Promise<{ default: Component }>;
}

export const sections: Section[] = [
  {
    path: 'units',
    title: '承办单位',
    group: '组织机构',
    roles: ['ADMIN'],
    page: () => import('./units/UnitsPage.vue'),
  },
  {
    path: 'offices',
    title: '内部办理机构',
    group: '组织机构',
    roles: ['UNIT_HANDLER', 'UNIT_DEPUTY', 'UNIT_PRINCIPAL'],
    page: () => import('./units/OfficesPage.vue'),
  },
  {
    path: 'bodies',
    title: '协调机构与专家座席',
    group: '组织机构',
    roles: ['ADMIN'],
    page: () => import('./units/BodiesPage.vue'),
  },
  {
    path: 'lines',
    title: '热线归并',
    group: '组织机构',
    roles: ['ADMIN'],
    page: () => import('./lines/LinesPage.vue'),
  },
  {
    path: 'users',
    title: '用户与角色',
    group: '账号',
    roles: ['ADMIN'],
    page: () => import('./access/UsersPage.vue'),
  },
  {
    path: 'clients',
    title: '接口账号',
    group: '账号',
    roles: ['ADMIN'],
    page: () => import('./access/ClientsPage.vue'),
  },
  {
    path: 'policy',
    title: '规则',
    group: '规则',
    roles: ['ADMIN'],
    page: () => import('./rules/PolicyPage.vue'),
  },
  {
    path: 'calendar',
    title: '工作日历',
    group: '规则',
    roles: ['ADMIN'],
    page: () => import('./rules/CalendarPage.vue'),
  },
  {
    path: 'catalogue',
    title: '归口目录',
    group: '规则',
    roles: ['ADMIN'],
    page: () => import('./rules/CataloguePage.vue'),
  },
  {
    path: 'nodes',
    title: '下级节点',
    group: '联网',
    roles: ['ADMIN'],
    page: () => import('./nodes/NodesPage.vue'),
  },
  {
    path: 'broadcasts',
    title: '下发文档',
    group: '联网',
    roles: ['SUPERVISOR'],
    page: () => import('./nodes/BroadcastsPage.vue'),
  },
  {
    path: 'duties',
    title: '值守安排',
    group: '运行',
    roles: ['SUPERVISOR'],
    page: () => import('./duties/DutiesPage.vue'),
  },
  {
    path: 'audit',
    title: '审计记录',
    group: '运行',
    roles: ['AUDITOR'],
    page: () => import('./audit/AuditPage.vue'),
  },
];

/** Everybody who may open some of them. */
export const administrators: Role[] = [...new Set(sections.flatMap((section) => section.roles))];
