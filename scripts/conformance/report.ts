export interface Failure {
	readonly case: string;
	readonly field: string;
	readonly wanted: unknown;
	readonly got: unknown;
}

export interface Report {
	readonly passed: number;
	readonly total: number;
	readonly failures: readonly Failure[];
	/** Cases that are a matter of judgement: said, and left out of the numbers. */
	readonly uncounted?: ReadonlyArray<{ readonly case: string; readonly agrees: boolean }>;
}

/** A case passes when it has no failure; one case may have several. */
export function report(cases: ReadonlyArray<{ name: string; failures: ReadonlyArray<Omit<Failure, 'case'>> }>): Report {
	return {
		passed: cases.filter(({ failures }) => failures.length === 0).length,
		total: cases.length,
		failures: cases.flatMap(({ name, failures }) => failures.map((failure) => ({ case: name, ...failure }))),
	};
}
