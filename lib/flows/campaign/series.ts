import { type PatternSpec, readPattern } from '../../domain/codes/pattern';
import { DomainError } from '../../domain/errors';
import { type CodeVerbs, type Series } from '../../ledger/codes';
import { GIVING_PROBLEMS, type OpenedSeries, type SeriesRules } from '../give-code';

/**
 * A series that was made before, with its own rules.
 *
 * @throws DomainError `bad-setting` when there is none of that name, or it is void.
 */
export async function knownSeries(name: string, deps: { readonly ledger: CodeVerbs; readonly shop: string }): Promise<OpenedSeries> {
	const series = await deps.ledger.findSeries(deps.shop, name);
	if (!series)
		throw new DomainError(
			'bad-setting',
			`There is no series "${name}"`,
			'Make it with Promo Code, or set Promo Code to New Codes.',
		);
	if (series.voidedAt) throw new DomainError('bad-setting', `The series "${name}" was voided`, GIVING_PROBLEMS['series-void']);
	return opened(series);
}

/** For a preview: the series of that name, else what it would be. Nothing is made. */
export async function foreseenSeries(
	{ name, offer, pattern, exclusions }: SeriesRules,
	deps: { readonly ledger: CodeVerbs; readonly shop: string; now(): Date },
): Promise<OpenedSeries> {
	const known = await deps.ledger.findSeries(deps.shop, name);
	if (known) return opened(known);
	const nothing = { id: '', shop: deps.shop, kind: 'generated', pattern: '', made: 0, createdAt: deps.now() } as const;
	return { series: { ...nothing, name, offer }, pattern: readPattern(pattern), exclusions };
}

function opened(series: Series): OpenedSeries {
	const pattern = series.kind === 'pool' ? undefined : readPattern(JSON.parse(series.pattern) as PatternSpec);
	return { series, pattern, exclusions: [] };
}
