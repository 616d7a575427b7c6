import { maskPhone } from './phone';
import { type ShopProfile } from './shop-profile';
import { parseTemplate, renderTemplate } from './template';
import { TEXTS } from './texts';
import { type LanguageTexts } from './texts/texts';

export type UnsubscribePage =
	/** `ask`: with the button; `done`: they get no more texts. */
	| { readonly kind: 'ask' | 'done'; readonly language: string; readonly phone: string }
	/** The link names nobody. */
	| { readonly kind: 'unknown'; readonly language: string };

type Shop = Pick<ShopProfile, 'brand' | 'supportPhone' | 'optOutScope'>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string);

const textsIn = (language: string): LanguageTexts => TEXTS[language as keyof typeof TEXTS] ?? TEXTS.en;
const withPhone = (text: string, phone: string) => text.replace('{phone}', maskPhone(phone));

/** What somebody agrees to who taps the button: the question and the words on it. */
export function askedText({ language, phone, scope }: { language: string; phone: string; scope: ShopProfile['optOutScope'] }): string {
	const { ask, askOffers, button } = textsIn(language).unsubscribe;
	return `${withPhone(scope === 'marketing' ? askOffers : ask, phone)} [${button}]`;
}

/**
 * The page as HTML: complete in itself, without scripts, most of the number hidden. Its button posts to the address it was opened at,
 * so that it works behind every proxy. Pure.
 */
export function unsubscribePage(page: UnsubscribePage, shop: Shop): string {
	const { button } = textsIn(page.language).unsubscribe;
	const title = shop.brand ?? button;
	return `<!doctype html>
<html lang="${escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${shop.brand ? `<h1>${escape(shop.brand)}</h1>\n` : ''}${bodyOf(page, shop)}
</main>
</body>
</html>
`;
}

function bodyOf(page: UnsubscribePage, { optOutScope, supportPhone }: Shop): string {
	const { unsubscribe, answers } = textsIn(page.language);
	const call = supportPhone ? `\n<p><a href="tel:${escape(supportPhone.replace(/[^\d+]/g, ''))}">${escape(supportPhone)}</a></p>` : '';
	if (page.kind === 'unknown') return `<p>${escape(unsubscribe.unknown)}</p>${call}`;
	const isOffersOnly = optOutScope === 'marketing';
	if (page.kind === 'ask') {
		const question = isOffersOnly ? unsubscribe.askOffers : unsubscribe.ask;
		return `<p>${escape(withPhone(question, page.phone))}</p>\n<form method="post"><button>${escape(unsubscribe.button)}</button></form>`;
	}
	const done = isOffersOnly ? renderTemplate(parseTemplate(answers.optedOutMarketing), {}).text : withPhone(unsubscribe.done, page.phone);
	return `<p role="status">${escape(done)}</p>\n<p class="back">${escape(unsubscribe.back)}</p>${call}`;
}

const STYLE = `:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;padding:2rem 1.25rem;overflow-wrap:anywhere}
main{max-width:30rem;margin:0 auto}
h1{font-size:1.25rem}
button{font:inherit;font-weight:600;width:100%;min-height:3rem;padding:.5rem 1rem;border:0;border-radius:.5rem;background:#0f766e;color:#fff}
.back{opacity:.75;font-size:1rem}`;
