import { type OpenedSeries, openSeries, type SeriesRules, type CodeDeps } from '../../lib/flows/give-code';

/** Opens each series once in a run, however many items are given codes of it. */
export function seriesOpener(deps: CodeDeps): (rules: SeriesRules) => Promise<OpenedSeries> {
	const opened = new Map<string, Promise<OpenedSeries>>();
	return async (rules) => {
		const key = JSON.stringify(rules);
		const known = opened.get(key) ?? openSeries(rules, deps);
		opened.set(key, known);
		return await known;
	};
}
