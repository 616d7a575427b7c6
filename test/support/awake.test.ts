import { readPhone } from '../../lib/domain/phone';
import { awakePhone } from './awake';

test('at every quarter of an hour of a week somebody is awake, whose phone can be texted', () => {
	for (const month of ['01', '04', '07', '10']) {
		for (let quarter = 0; quarter < 4 * 24 * 7; quarter++) {
			const now = new Date(Date.parse(`2026-${month}-04T00:00:00Z`) + quarter * 15 * 60_000);
			expect(readPhone(awakePhone(123, now), undefined).problem).toBeUndefined();
		}
	}
});
