import { readFileSync } from 'node:fs';
import { countSegments } from '../../lib/domain/segments';
import { type Report, report } from './report';

/** These force an encoding, which a carrier does not let a sender do. */
const FORCED_ENCODING = new Set(['split-gsm-8', 'split-gsm-9', 'split-uni-9']);

interface SegmentCase {
	readonly id: string;
	readonly body: string;
	readonly encoding?: string;
	readonly segments: number;
}

export function checkSegments(path: string): Report {
	const cases = readFileSync(path, 'utf8')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => JSON.parse(line) as SegmentCase)
		.filter(({ id }) => !FORCED_ENCODING.has(id));
	return report(
		cases.map(({ id, body, encoding, segments }) => {
			const got = countSegments(body);
			return {
				name: id,
				failures: [
					...(encoding !== undefined && got.encoding !== encoding
						? [{ field: 'encoding', wanted: encoding, got: got.encoding }]
						: []),
					...(got.segments === segments ? [] : [{ field: 'segments', wanted: segments, got: got.segments }]),
				],
			};
		}),
	);
}
