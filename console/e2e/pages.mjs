// Every page of the console, with the demo user whose it is. What is looked at page by page goes through this list: the
// accessibility check and the pictures.

/**
 * @typedef {object} Step
 * @property {string} name of the picture
 * @property {string} user who sees it; nobody for what is public
 * @property {string} path
 * @property {(page: import('playwright-core').Page) => Promise<unknown>} [then] what to do on it first
 */

const first = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ what) =>
  page.locator(what).first().click();

/** @type {Step[]} */
export const pages = [
  { name: 'sign-in', user: '', path: '/sign-in' },
  { name: 'portal', user: '', path: '/portal' },
  { name: 'portal-new', user: '', path: '/portal/new' },
  { name: 'portal-query', user: '', path: '/portal/query' },
  { name: 'portal-answers', user: '', path: '/portal/answers' },
  { name: 'intake', user: 'huawu', path: '/intake' },
  { name: 'dispatch', user: 'paidan', path: '/dispatch' },
  {
    name: 'dispatch-form',
    user: 'paidan',
    path: '/dispatch',
    then: async (page) => {
      await first(page, '[data-action="dispatch"]');
      await page.locator('[role="dialog"] form :focus').waitFor();
    },
  },
  { name: 'handling', user: 'admin', path: '/handling' },
  { name: 'review', user: 'shenhe', path: '/review' },
  { name: 'follow-up', user: 'huifang', path: '/follow-up' },
  { name: 'supervision', user: 'duban', path: '/supervision' },
  { name: 'supervision-overdue', user: 'duban', path: '/supervision?part=late' },
  { name: 'supervision-clearing', user: 'duban', path: '/supervision?part=clearing' },
  { name: 'supervision-notices', user: 'duban', path: '/supervision?part=notices' },
  { name: 'tickets', user: 'duban', path: '/tickets' },
  { name: 'calls', user: 'duban', path: '/calls' },
  { name: 'notices', user: 'duban', path: '/notices' },
  {
    name: 'ticket',
    user: 'duban',
    path: '/tickets',
    then: async (page) => {
      await first(page, '.table tbody a');
      await page.getByText('办理轨迹').waitFor();
    },
  },
  { name: 'cockpit', user: 'duban', path: '/cockpit' },
  { name: 'cockpit-wall', user: 'duban', path: '/cockpit/wall' },
  { name: 'network', user: 'duban', path: '/network' },
  { name: 'network-certificates', user: 'duban', path: '/network?view=certificates' },
  { name: 'network-departments', user: 'admin', path: '/network?view=departments' },
  { name: 'network-monitoring', user: 'duban', path: '/network?view=monitoring' },
  { name: 'knowledge', user: 'huawu', path: '/knowledge' },
  { name: 'knowledge-entries', user: 'shenhe', path: '/knowledge?tab=entries' },
  ...[
    ...['units', 'offices', 'bodies', 'lines', 'users', 'clients', 'policy', 'calendar'],
    ...['catalogue', 'nodes', 'broadcasts', 'duties', 'audit'],
  ].map((section) => ({
    ...{ name: `admin-${section}`, user: 'admin', path: `/admin/${section}` },
  })),
  {
    name: 'admin-unit-form',
    user: 'admin',
    path: '/admin/units',
    then: (page) => page.getByRole('button', { name: '新增单位' }).click(),
  },
  {
    name: 'admin-user-form',
    user: 'admin',
    path: '/admin/users',
    then: (page) => page.getByRole('button', { name: '新增用户' }).click(),
  },
  {
    name: 'admin-policy-editor',
    user: 'admin',
    path: '/admin/policy',
    then: async (page) => {
      await page.getByRole('button', { name: '修改规则' }).click();
      await page.getByRole('button', { name: '预览' }).click();
      await page.getByRole('region', { name: '预览' }).waitFor();
    },
  },
];
