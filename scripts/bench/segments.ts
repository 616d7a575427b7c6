import * as gsmCharsetUtils from '@trt2/gsm-charset-utils';
import * as smsLength from 'sms-length';
import { SegmentedMessage } from 'sms-segments-calculator';
import { countSegments } from '../../lib/domain/segments';
import { TEXTS } from '../../lib/domain/texts';
import { type Bench, perCpuSecond } from './bench';

/** What shops send: every built-in text of every language, as it stands with its placeholders, and twice over. */
const BODIES = Object.values(TEXTS)
	.flatMap(({ stages }) => Object.values(stages))
	.flatMap((text) => [text, text.repeat(2)]);

const counting = (count: (text: string) => unknown) => () => {
	for (const body of BODIES) count(body);
	return BODIES.length;
};

const RUNS = 5;

export const segments: Bench = {
	about: `counting the segments of ${BODIES.length} texts in ${Object.keys(TEXTS).length} languages, texts per CPU second`,
	unit: 'texts/s',
	higherIsBetter: true,
	async run() {
		const contestants = {
			ours: counting(countSegments),
			'@trt2/gsm-charset-utils': counting((text) => gsmCharsetUtils.getCharCount(text)),
			'sms-length': counting((text) => smsLength.count(text)),
			'sms-segments-calculator': counting((text) => new SegmentedMessage(text)),
		};
		const figures: Record<keyof typeof contestants, number[]> = {
			ours: [],
			'@trt2/gsm-charset-utils': [],
			'sms-length': [],
			'sms-segments-calculator': [],
		};
		for (let run = 0; run < RUNS; run++) {
			for (const [name, work] of Object.entries(contestants))
				figures[name as keyof typeof figures].push(perCpuSecond(work));
		}
		const { ours, ...peers } = figures;
		return { runs: ours, peers };
	},
};
