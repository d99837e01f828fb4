import type { Page, Problem, Schemas } from '@/api/types';

export type Portal = Schemas['PortalController.Portal'];
export type Appeal = Schemas['PortalAppeal'];
export type Receipt = Schemas['PortalController.Receipt'];
export type Progress = Schemas['Progress'];
export type Past = Schemas['ProgressController.Past'];
export type RatingPage = Schemas['RatingController.RatingPage'];
export type Rating = Schemas['RatingController.Rating'];
export type Answer = Schemas['KnowledgeViews.PublicView'];
type Photos = Schemas['PortalPhotoController.Photos'];

/** What to tell the citizen, and which fields it is about. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
  }
}

async function troubleOf(response: Response): Promise<Trouble> {
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Partial<Problem>;
  } catch {
    // not from the node itself
  }
  const fields = Object.fromEntries(
    (problem.violations ?? []).map(({ field, message }) => [field, message]),
  );
  if (response.status === 413) return new Trouble('照片太大，请换一张小一些的。');
  if (problem.violations?.length)
    return new Trouble('有几处需要修改，请看下面标出的地方。', fields);
  return new Trouble(problem.detail ?? '系统繁忙，请稍后再试；也可以直接拨打 12345。');
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const request: RequestInit = { method, headers: { Accept: 'application/json' } };
  if (body instanceof FormData) {
    request.body = body;
  } else if (body) {
    request.headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/api/public${path}`, request);
  } catch {
    throw new Trouble('网络没有连上，请检查后再试一次。已填写的内容都还在。');
  }
  if (!response.ok) throw await troubleOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export const portal = {
  offer: () => call<Portal>('GET', '/portal'),
  submit: (appeal: Appeal) => call<Receipt>('POST', '/appeals', appeal),
  progress: (code: string, phone: string) =>
    call<Progress>('POST', '/progress', { code, phone: phone || undefined }),
  history: (code: string, phone: string) =>
    call<Past[]>('POST', '/progress/history', { code, phone: phone || undefined }),
  addPhoto(code: string, phone: string, photo: File) {
    const form = new FormData();
    form.set('phone', phone);
    form.set('file', photo);
    return call<Photos>('POST', `/appeals/${encodeURIComponent(code)}/photos`, form);
  },
  answers: (question: string, page: number) =>
    call<Page<Answer>>(
      'GET',
      `/knowledge?${String(new URLSearchParams({ q: question, page: String(page) }))}`,
    ),
  ratingPage: (token: string) => call<RatingPage>('GET', `/ratings/${encodeURIComponent(token)}`),
  rate: (token: string, rating: Rating) =>
    call<undefined>('POST', `/ratings/${encodeURIComponent(token)}`, rating),
};

export function tell(failure: unknown): string {
  return failure instanceof Trouble ? failure.message : '页面出错了，请刷新后再试。';
}
