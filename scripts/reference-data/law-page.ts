import { LAW_ROWS } from '../../lib/domain/law/table';

const KINDS = { law: 'law', rule: 'binding rule', practice: 'practice' } as const;

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The rows of the law table as a table of docs/gate.md. */
export function lawPage(): string {
	const rows = LAW_ROWS.map(({ title, kind, from, until, citation, url, doubt }) => {
		const held = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(', ');
		return `| ${[title, KINDS[kind], held, `[${cell(citation)}](${url})`, doubt ?? ''].join(' | ')} |`;
	});
	return ['| what | kind | holds | source | doubt |', '|---|---|---|---|---|', ...rows].join('\n');
}

const FIRST = '<!-- written by scripts/reference-data.ts -->';
const LAST = '<!-- end -->';

/** A page with the table put where it belongs. */
export function withLawPage(page: string): string {
	const [before, rest] = page.split(FIRST);
	const after = rest?.split(LAST)[1];
	if (after === undefined) throw new Error(`The page has no "${FIRST}" with "${LAST}" after it`);
	return `${before}${FIRST}\n\n${lawPage()}\n\n${LAST}${after}`;
}
