import { readQuietHours } from '../../../lib/domain/law/quiet-hours';

test.each([
	['21:00-08:00', '08:00', '21:00'],
	['21-8', '08:00', '21:00'],
	[' 22:30 – 7:15 ', '07:15', '22:30'],
	['20:00 to 09:00', '09:00', '20:00'],
	['24:00-06:00', '06:00', '24:00'],
])('"%s" leaves %s to %s', (written, from, to) => {
	expect(readQuietHours(written)).toEqual({ weekdays: { from, to } });
});

test.each([[undefined], [''], ['  ']])('%p: none', (written) => {
	expect(readQuietHours(written)).toBeUndefined();
});

test.each([['08:00-21:00'], ['21:00'], ['25:00-08:00'], ['21:70-08:00'], ['night'], ['08:00-08:00'], ['24:30-06:00']])(
	'"%s" is refused with an example',
	(written) => {
		expect(() => readQuietHours(written)).toThrow(
			expect.objectContaining({ code: 'bad-setting', hint: expect.stringContaining('21:00-08:00') as string }),
		);
	},
);
