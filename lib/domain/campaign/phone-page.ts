// What a page's own HTML says about its width. External stylesheets are not read: what they could change is not held against it.
import { type HtmlPart, htmlParts } from './html-tags';
import { type Box, boxOf, isHidden, lengthOf, readStyles, type Styles } from './page-styles';

/** Width of today's phones in CSS pixels, from a small Android to the largest iPhone. */
const NARROWEST = 360;
const WIDEST = 430;
export const SCREENS = `${NARROWEST} to ${WIDEST}`;

/** A page laid out for at most so many is still readable when a phone draws it smaller. */
const WIDEST_VIEWPORT = 500;

export type Viewport =
	| { readonly kind: 'phone' }
	/** Phones lay such a page out for 980 pixels. */
	| { readonly kind: 'none' }
	| { readonly kind: 'fixed'; readonly width: number; readonly content: string };

export interface WideThing {
	/** e.g. `<table width="900">` */
	readonly what: string;
	/** In CSS pixels. */
	readonly width: number;
	/** Wider than every phone, and nothing that was not read can change it. */
	readonly isSure: boolean;
}

export interface PhonePage {
	readonly viewport: Viewport;
	/** Those that are sure first, then the widest. */
	readonly wide: readonly WideThing[];
}

type OpenTag = Extract<HtmlPart, { kind: 'open' }>;

/** An element that is not closed yet. */
interface OpenElement {
	readonly name: string;
	/** Whatever it holds does not make the page wider: it is hidden, or scrolls by itself. */
	readonly isContained: boolean;
	/** What it holds takes no room on the page. */
	readonly isUnseen: boolean;
}

export function readPhonePage(html: string): PhonePage {
	const parts = [...htmlParts(html)];
	const { css, hasSheets } = stylesOf(parts);
	return { viewport: viewportOf(parts), wide: wideThings(parts, readStyles(css), hasSheets) };
}

/** What stands in its style elements, and whether it loads others. */
function stylesOf(parts: readonly HtmlPart[]): { css: string; hasSheets: boolean } {
	let css = '';
	let hasSheets = false;
	for (const [index, part] of parts.entries()) {
		if (part.kind !== 'open') continue;
		const next = parts[index + 1];
		if (part.name === 'style' && next?.kind === 'text') css += `${next.text}\n`;
		if (part.name === 'link' && /\bstylesheet\b/i.test(part.attributes.get('rel') ?? '')) hasSheets = true;
	}
	return { css, hasSheets };
}

/** The last one counts, as in browsers. */
function viewportOf(parts: readonly HtmlPart[]): Viewport {
	const content = parts.findLast(isViewport)?.attributes.get('content');
	if (content === undefined) return { kind: 'none' };
	const values = new Map(
		content
			.toLowerCase()
			.split(/[,;]/)
			.map((part) => part.split('=').map((side) => side.trim()) as [string, string | undefined]),
	);
	const width = values.get('width');
	const scale = Number.parseFloat(values.get('initial-scale') ?? '');
	// a scale below 1 lays the page out for as much more
	const byScale = scale > 0 && scale < 1 ? Math.round(NARROWEST / scale) : NARROWEST;
	if (width === undefined && Number.isNaN(scale)) return { kind: 'none' };
	const fixed = width === undefined || width.startsWith('device-') ? byScale : Number.parseFloat(width);
	return fixed > WIDEST_VIEWPORT ? { kind: 'fixed', width: fixed, content } : { kind: 'phone' };
}

const isViewport = (part: HtmlPart): part is OpenTag =>
	part.kind === 'open' && part.name === 'meta' && part.attributes.get('name')?.trim().toLowerCase() === 'viewport';

function wideThings(parts: readonly HtmlPart[], styles: Styles, hasSheets: boolean): WideThing[] {
	const wide: WideThing[] = [];
	const open: OpenElement[] = [];
	for (const part of parts) {
		if (part.kind === 'close') close(open, part.name);
		if (part.kind !== 'open') continue;
		const parent = open.at(-1);
		const isUnseen = parent?.isUnseen === true || UNSEEN.has(part.name);
		const box = boxOf(part.name, part.attributes, styles);
		const isFree = !isUnseen && parent?.isContained !== true;
		const thing = isFree ? widthOf(part, box, { hasSheets, hasStyles: hasSheets || styles.hasRules }) : undefined;
		if (thing) wide.push(thing);
		const isContained = parent?.isContained === true || isHidden(box) || /^(hidden|auto|scroll|clip)/.test(box.overflow?.value ?? '');
		if (!part.isVoid) open.push({ name: part.name, isContained, isUnseen });
	}
	return wide.sort((a, b) => Number(b.isSure) - Number(a.isSure) || b.width - a.width);
}

/** Pages forget to close, and close what is not open; how deep one looks for it is bounded, so that none takes for ever. */
function close(open: OpenElement[], name: string): void {
	const at = open.slice(-DEEPEST_LOOK).findLastIndex((element) => element.name === name);
	if (at >= 0) open.length = Math.max(open.length - DEEPEST_LOOK, 0) + at;
}

const DEEPEST_LOOK = 32;

/** Nothing in these takes room on the page; of a drawing only the whole does. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'svg']);

/** A width has no effect on them unless they are made something else. */
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'label', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/** Their attribute is a size of their own, which every theme's styles bind to the screen. */
const REPLACED = new Set(['img', 'iframe', 'video', 'canvas', 'embed', 'object']);
const TABLES = new Set(['table', 'td', 'th']);

function widthOf(
	{ name, attributes }: OpenTag,
	box: Box,
	{ hasSheets, hasStyles }: { readonly hasSheets: boolean; readonly hasStyles: boolean },
): WideThing | undefined {
	if (isHidden(box) || /^(absolute|fixed)$/.test(box.position?.value ?? '')) return undefined;
	if (INLINE.has(name) && box.display === undefined) return undefined;
	const bound = box['max-width'];
	const isBound = bound !== undefined && (lengthOf(bound.value) ?? (bound.value === 'none' ? Infinity : 0)) <= WIDEST;
	for (const property of ['min-width', 'width'] as const) {
		const found = box[property];
		const width = found && lengthOf(found.value);
		if (!found || !width || width <= NARROWEST || (property === 'width' && isBound)) continue;
		const what = found.isInline ? `<${name} style="${property}: ${found.value}">` : `"${found.selector} { ${property}: ${found.value} }"`;
		return { what, width, isSure: width > WIDEST && (found.isInline || !hasSheets) };
	}
	const attribute = /^\s*(\d{1,5})(?:px)?\s*$/i.exec(attributes.get('width') ?? '')?.[1];
	const counts = TABLES.has(name) || (REPLACED.has(name) && !hasStyles);
	if (!attribute || !counts || isBound || box.width !== undefined || Number(attribute) <= NARROWEST) return undefined;
	return { what: `<${name} width="${attribute}">`, width: Number(attribute), isSure: Number(attribute) > WIDEST };
}
