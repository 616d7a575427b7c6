import { type IncomingHttpHeaders } from 'node:http';
import { type IDataObject, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { maskPhone } from '../../lib/domain/phone';
import { type UnsubscribePage, unsubscribePage } from '../../lib/domain/unsubscribe-page';
import { findLeaver, type Leaver, strangersLanguage, tokenOf, unsubscribe, type Visitor } from '../../lib/flows/unsubscribe';
import { withLedger } from '../shared/open-ledger';
import { readPublicUrl } from '../shared/public-url';
import { rememberedCredentials } from '../shared/remembered-credentials';
import { readShop, type Shop } from '../shared/shop';

/** The page may load nothing, be framed by nobody and be kept by no cache; its address goes to nobody. */
const HEADERS: Readonly<Record<string, string>> = {
	'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-robots-tag': 'noindex',
};

/** GET shows the page and changes nothing, since phones fetch links for a preview. POST is the button. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const shop = await readShop(this, (type) => rememberedCredentials(this, type, Date.now()));
	const request = this.getRequestObject();
	const visitor = visitorOf(this);
	const deps = { now: () => new Date() };
	if (request.method !== 'POST') {
		const leaver = visitor && (await withLedger(shop.ledger, (ledger) => findLeaver(visitor, shop.profile, { ...deps, ledger })));
		return show(this, shop, leaver ? pageOf(leaver) : undefined);
	}
	const left = visitor && (await withLedger(shop.ledger, (ledger) => unsubscribe(visitor, shop.profile, { ...deps, ledger })));
	if (!left) return show(this, shop, undefined);
	// to the page again, so that reloading it posts nothing: after a START in between that would take it back
	const response = this.getResponseObject();
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	response.setHeader('location', `?${visitor.token}`);
	response.status(303).end();
	return { noWebhookResponse: true, ...(left.isNew ? { workflowData: [[{ json: describe(left, shop, deps.now()) }]] } : {}) };
}

/** Undefined for a link without a token. */
function visitorOf(context: IWebhookFunctions): Visitor | undefined {
	const { originalUrl, headers } = context.getRequestObject();
	const token = tokenOf(originalUrl);
	if (!token) return undefined;
	return {
		token,
		acceptLanguage: headerOf(headers, 'accept-language'),
		userAgent: headerOf(headers, 'user-agent'),
		pageUrl: readPublicUrl(context) || (context.getNodeWebhookUrl('default') ?? ''),
	};
}

const headerOf = (headers: IncomingHttpHeaders, name: 'accept-language' | 'user-agent'): string => headers[name] ?? '';

const pageOf = ({ phone, language, isOut }: Leaver): UnsubscribePage => ({ kind: isOut ? 'done' : 'ask', phone, language });

/** @param page undefined for a link that names nobody, with 404. */
function show(context: IWebhookFunctions, { profile }: Shop, page: UnsubscribePage | undefined): IWebhookResponseData {
	const acceptLanguage = headerOf(context.getRequestObject().headers, 'accept-language');
	const shown: UnsubscribePage = page ?? { kind: 'unknown', language: strangersLanguage({ acceptLanguage }, profile) };
	const response = context.getResponseObject();
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
	response
		.status(page ? 200 : 404)
		.type('text/html')
		.send(unsubscribePage(shown, profile));
	return { noWebhookResponse: true };
}

const describe = ({ phone, language }: Leaver, { profile }: Shop, at: Date): IDataObject => ({
	phone: maskPhone(phone),
	phoneFull: phone,
	kind: 'opt-out',
	via: 'link',
	ended: profile.optOutScope,
	language,
	receivedAt: at.toISOString(),
});
