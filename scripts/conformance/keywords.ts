import { readFileSync } from 'node:fs';
import { classifyReply, type ReplyKind } from '../../lib/domain/replies/classify';
import { type Report, report } from './report';

interface KeywordCase {
	readonly id: string;
	readonly text: string;
	readonly language?: string;
	readonly country?: string;
	readonly kind: 'opt-out' | 'opt-in' | 'help' | 'order-question' | 'none';
}

/** What the cases call "none": nothing that the package acts upon by itself. */
const NONE: ReadonlySet<ReplyKind> = new Set(['answer', 'keyword', 'other'] as const);

export function checkKeywords(path: string): Report {
	const cases = readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as KeywordCase);
	return report(
		cases.map(({ id, text, language, country, kind }) => {
			const classified = classifyReply(text, { ...(language && { language }), ...(country && { country }) });
			const got = NONE.has(classified.kind) ? 'none' : classified.kind;
			return {
				name: id,
				failures: got === kind ? [] : [{ field: 'kind', wanted: kind, got: `${got}: ${classified.rule}` }],
			};
		}),
	);
}
