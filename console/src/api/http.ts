import type { Problem, Violation } from './types';

/** The node answered and refused: `message` is its Chinese explanation, fit to be shown. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `操作未成功（${status}）`);
  }

  get code(): string | undefined {
    return this.problem.code;
  }

  get violations(): Violation[] {
    return this.problem.violations ?? [];
  }
}

/** No answer from the node; whether the request took effect is unknown. */
export class Unreachable extends Error {
  constructor() {
    super('连不上服务器，请检查网络后重试。');
  }
}

/** A file did not arrive whole. */
export class BrokenOff extends Error {
  constructor() {
    super('导出中断，文件不完整，没有保存。请重新导出。');
  }
}

/** Whoever asked does not want it any more: nothing to tell anybody. */
export class GivenUp extends Error {
  constructor() {
    super('已取消。');
  }
}

/** What goes on with a file that is fetched. */
export interface Watch {
  /** Ends it; the node then stops making the file. */
  signal: AbortSignal;
  /** So many bytes of it have come; none as long as it waits for others. */
  arrived: (bytes: number) => void;
}

export interface Downloaded {
  name: string;
  content: Blob;
}

/** A file that can be fetched: it is once this is called. */
export type Download = (watch: Watch) => Promise<Downloaded>;

export interface Hooks {
  /** Called when the sign-in has expired; resolves once the same user is signed in again. */
  renew: () => Promise<void>;
  unreachable: () => void;
  reachable: () => void;
}

const quiet = () => undefined;
let hooks: Hooks = {
  renew: () => Promise.reject(new Refusal(401, { detail: '请先登录。' })),
  unreachable: quiet,
  reachable: quiet,
};

/** Installed once at start by the application. */
export function install(installed: Hooks): void {
  hooks = installed;
}

type Scalar = string | number | boolean | undefined;
/** A list becomes the same parameter several times. */
type Query = Record<string, Scalar | string[]>;

interface Call {
  query?: object;
  body?: object;
  /** The caller deals with 401 itself: signing in, and asking whether anybody is. */
  anonymous?: boolean;
  accept?: string;
  signal?: AbortSignal;
  /** Makes the same sent again the same, so that it is carried out once. */
  key?: string;
}

function address(path: string, query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Query)) {
    if (Array.isArray(value)) for (const each of value) search.append(name, each);
    else if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

async function send(
  method: string,
  path: string,
  { query, body, accept = 'application/json', signal, key }: Call,
): Promise<Response> {
  const request: RequestInit = {
    method,
    signal,
    headers: { Accept: accept, ...(key && { 'Idempotency-Key': key }) },
  };
  if (body instanceof FormData) {
    request.body = body;
  } else if (body) {
    request.headers = { ...request.headers, 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(address(path, query), request);
  } catch {
    if (signal?.aborted) throw new GivenUp();
    hooks.unreachable();
    throw new Unreachable();
  }
  // A proxy in front of a node that is down answers these; the node itself says why it cannot.
  const said = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  if ([502, 503, 504].includes(response.status) && !said) {
    hooks.unreachable();
    throw new Unreachable();
  }
  hooks.reachable();
  return response;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {};
  }
}

async function answer(method: string, path: string, options: Call): Promise<Response> {
  let response = await send(method, path, options);
  if (response.status === 401 && !options.anonymous) {
    await hooks.renew();
    response = await send(method, path, options);
  }
  if (!response.ok) throw new Refusal(response.status, await problemOf(response));
  return response;
}

async function call<T>(method: string, path: string, options: Call = {}): Promise<T> {
  const response = await answer(method, path, options);
  // Some answers have no body at all.
  const text = response.status === 204 ? '' : await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The body, told as it comes; kept by the browser, which has room for long ones. */
async function received({ body, headers }: Response, { signal, arrived }: Watch): Promise<Blob> {
  let bytes = 0;
  const counted = body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, out) {
        arrived((bytes += piece.byteLength));
        out.enqueue(piece);
      },
    }),
  );
  try {
    return await new Response(counted, { headers }).blob();
  } catch {
    throw signal.aborted ? new GivenUp() : new BrokenOff();
  }
}

export const http = {
  get: <T>(path: string, query?: object) => call<T>('GET', path, { query }),
  post: <T>(path: string, body: object = {}) => call<T>('POST', path, { body }),
  /** Makes something, once: sent again under the same key, it is what was made the first time. */
  postOnce: <T>(path: string, body: object, key: string) => call<T>('POST', path, { body, key }),
  put: <T>(path: string, body: object) => call<T>('PUT', path, { body }),
  text: async (path: string) =>
    (await answer('GET', path, { accept: 'text/plain, application/problem+json' })).text(),
  /** Sends a form with files. */
  upload: <T>(path: string, query: object, body: FormData) =>
    call<T>('POST', path, { query, body }),
  file: async (path: string) => (await answer('GET', path, { accept: '*/*' })).blob(),
  /** A file, whole: one that breaks off on its way is a failure. */
  download:
    (path: string, query?: object): Download =>
    async (watch) => {
      const response = await answer('GET', path, { query, accept: '*/*', signal: watch.signal });
      const name = /filename\*=UTF-8''([^;]+)/.exec(
        response.headers.get('Content-Disposition') ?? '',
      )?.[1];
      return {
        name: decodeURIComponent(name ?? 'export'),
        content: await received(response, watch),
      };
    },
  delete: <T>(path: string) => call<T>('DELETE', path),
  anonymous: {
    get: <T>(path: string) => call<T>('GET', path, { anonymous: true }),
    post: <T>(path: string, body: object) => call<T>('POST', path, { body, anonymous: true }),
  },
};

/** What to tell the user about any failure. */
export function explain(failure: unknown): string {
  if (
    failure instanceof Refusal ||
    failure instanceof Unreachable ||
    failure instanceof BrokenOff
  ) {
    return failure.message;
  }
  return '页面出错了，请刷新后重试。';
}
