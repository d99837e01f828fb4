// The leader's cockpit of the fake node: believable numbers, of which only the shape is true.
const iso = (/** @type {number} */ at) =>
  `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** @param {{ code: string, name: string }} node @param {any} reference */
export function cockpit(node, reference) {
  const now = Date.now();
  const start = now - ((now + 8 * 3_600_000) % 86_400_000);
  const hour = Math.floor((now - start) / 3_600_000);
  const figure = (/** @type {number} */ value, /** @type {any} */ tickets = {}) => ({
    value,
    tickets,
  });
  const shape = [
    2, 1, 1, 0, 1, 3, 9, 22, 41, 58, 61, 49, 27, 33, 52, 57, 48, 36, 28, 24, 19, 12, 7, 4,
  ];
  const bins = shape.map((count, at) => ({
    from: iso(start + at * 3_600_000),
    registered: at <= hour ? figure(count + ((at * 7) % 11), { from: iso(start) }) : undefined,
    usual: count,
  }));
  const rates = (/** @type {number} */ by) => [
    rate('response', '响应率', 912 - by, 987, []),
    rate('satisfaction', '满意率', 702 - by, 771, [
      { why: '超时默认满意', tickets: figure(58) },
      { why: '甄别通过的不满意评价', tickets: figure(6) },
      { why: '剔除', tickets: figure(0) },
    ]),
    rate('solution', '解决率', 655 - by, 777, [{ why: '超时默认满意', tickets: figure(58) }]),
  ];
  const rate = (
    /** @type {string} */ key,
    /** @type {string} */ label,
    /** @type {number} */ part,
    /** @type {number} */ whole,
    /** @type {any[]} */ leftOut,
  ) => ({
    ...{ key, label, percent: (part / whole) * 100, leftOut },
    ...{ numerator: figure(part, { figure: 'RATED' }), denominator: figure(whole) },
  });
  const share = (/** @type {[string, string, number]} */ [code, name, count]) => ({
    ...{ code, name, registered: figure(count, {}) },
  });
  const total = bins.reduce((sum, bin) => sum + (bin.registered?.value ?? 0), 0);
  const define = (/** @type {string} */ key, /** @type {string} */ title) => ({
    ...{
      key,
      title,
      how: key === 'satisfaction' ? '诉求人最终评价为非常满意、满意、基本满意的工单' : '示例口径',
      time: '示例时段',
      source: '示例来源',
    },
  });
  return {
    ...{ node, tier: 'CITY', asOf: iso(now), from: iso(start), to: iso(now), scope: 'ALL' },
    scopes: [
      { code: 'ALL', name: '全部工单' },
      { code: 'OWN', name: '本级受理' },
      ...reference.children.map((/** @type {any} */ each) => ({
        code: each.code,
        name: each.name,
      })),
    ],
    ...{ registered: figure(total), usual: figure(Math.round(total * 0.9)), open: figure(1386) },
    ...{ overdue: figure(42, { figure: 'OVERDUE' }), dueSoon: figure(117), urgent: figure(9) },
    ...{ handling: { hours: 66.4, tickets: figure(987) }, rates: rates(0), bins },
    channels: [
      ...[
        ['PHONE', '电话', 402],
        ['WECHAT', '微信', 133],
        ['APP', '手机APP', 61],
      ],
      ...[
        ['WEB', '政务服务网', 44],
        ['PEOPLE_MESSAGE_BOARD', '人民网领导留言板', 12],
      ],
    ].map((each) => share(/** @type {[string, string, number]} */ (each))),
    categories: [
      ...[
        ['HELP', '求助', 254],
        ['COMPLAINT', '投诉', 187],
        ['CONSULTATION', '咨询', 151],
      ],
      ...[
        ['REPORT', '举报', 33],
        ['SUGGESTION', '建议', 18],
        ['PRAISE', '致谢', 9],
      ],
    ].map((each) => share(/** @type {[string, string, number]} */ (each))),
    regions: reference.regions
      .slice(0, 9)
      .map((/** @type {any} */ each, /** @type {number} */ at) =>
        share([each.code, each.name, 190 - at * 21]),
      ),
    matters: reference.matters
      .slice(0, 8)
      .map((/** @type {any} */ each, /** @type {number} */ at) => ({
        ...{
          code: each.code,
          name: each.name,
          registered: figure(318 - at * 37, { matter: each.code }),
        },
        ...{ usual: 201.5 - at * 17, rising: at % 3 === 0 },
      })),
    late: [
      ...[
        ['UNIT', 'ZJ', '市住建局', 14],
        ['UNIT', 'CG', '市城管局', 9],
        ['NODE', '621002', '西峰区', 6],
      ],
    ].map(([kind, code, name, count]) => ({
      ...{
        kind,
        assignee: { code, name },
        tickets: figure(Number(count), { late: `${kind}~${code}` }),
      },
    })),
    nodes: reference.children.map((/** @type {any} */ child, /** @type {number} */ at) => ({
      ...{ node: { code: child.code, name: child.name }, registered: figure(96 - at * 31) },
      ...{
        open: figure(211 - at * 60),
        overdue: figure(at * 5),
        dueSoon: figure(12),
        urgent: figure(at),
      },
      ...{
        handled: figure(301 - at * 44),
        rates: rates(at * 60),
        copiesOf: iso(now - 4000),
        backlog: at * 3,
      },
    })),
    definitions: [
      ...[define('registered', '受理量'), define('open', '在办'), define('overdue', '已超期')],
      ...[
        define('dueSoon', '即将超期'),
        define('urgent', '紧急在办'),
        define('handling', '平均办理时长'),
      ],
      ...[
        define('response', '响应率'),
        define('satisfaction', '满意率'),
        define('solution', '解决率'),
      ],
      ...[
        define('bins', '受理走势'),
        define('channels', '来源渠道'),
        define('categories', '诉求类别'),
      ],
      ...[
        define('regions', '区域分布'),
        define('matters', '热点事项'),
        define('late', '超期承办单位'),
      ],
      define('nodes', '下级对比'),
    ],
  };
}
