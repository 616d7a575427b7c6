import { readOrderEvents, SOURCES } from '../../lib/sources';
import { casesOf, itemOf, optionsOf } from '../../test/sources/fixtures';
import { type Bench, perCpuSecond } from './bench';

const CASES = SOURCES.flatMap(({ id }) => casesOf(id)).map((theCase) => ({
	item: itemOf(theCase),
	options: optionsOf(theCase),
}));

const RUNS = 5;

export const sources: Bench = {
	about: `telling whose ${CASES.length} payloads of ${SOURCES.length} sources are and what they say, payloads per CPU second`,
	unit: 'payloads/s',
	higherIsBetter: true,
	async run() {
		const work = () => {
			for (const { item, options } of CASES) readOrderEvents(item, options);
			return CASES.length;
		};
		return { runs: Array.from({ length: RUNS }, () => perCpuSecond(work)) };
	},
};
