import {
	CARRIER_ERROR_CODES,
	CarrierError,
	DomainError,
	isCarrierError,
	isDomainError,
	mayHaveBeenSent,
} from '../../lib/domain/errors';

describe('an error of a carrier', () => {
	test('carries its code, words and details', () => {
		const error = new CarrierError('rejected', 'refused', { carrierCode: '30007', httpStatus: 400 });
		expect(error).toBeInstanceOf(Error);
		expect(error).toMatchObject({
			name: 'CarrierError',
			code: 'rejected',
			message: 'refused',
			details: { carrierCode: '30007', httpStatus: 400 },
		});
		expect(new CarrierError('rejected', 'refused').details).toEqual({});
	});

	test('may hide a text that was sent, when no usable answer came', () => {
		const uncertain = CARRIER_ERROR_CODES.filter(mayHaveBeenSent);
		expect(uncertain).toEqual(['outcome-unknown', 'unreadable-response']);
	});
});

describe('an error that the operator has to mend', () => {
	test('says what is wrong and what to do', () => {
		expect(new DomainError('bad-setting', 'Time Zone is "Mars"', 'Write an IANA name.')).toMatchObject({
			name: 'DomainError',
			code: 'bad-setting',
			message: 'Time Zone is "Mars"',
			hint: 'Write an IANA name.',
		});
		expect(new DomainError('no-order', 'nothing').hint).toBe('');
	});
});

describe('our errors', () => {
	/** As another copy of this package in the same process would throw it. */
	const fromAnotherCopy = (name: string) => Object.assign(new Error('x'), { name, code: 'rejected' });

	test('are told by their names, so that those of another copy of this package are known too', () => {
		const [carrier, domain] = [new CarrierError('rejected', 'x'), new DomainError('ledger', 'x')];
		expect([isCarrierError(carrier), isDomainError(carrier)]).toEqual([true, false]);
		expect([isCarrierError(domain), isDomainError(domain)]).toEqual([false, true]);
		expect(isCarrierError(fromAnotherCopy('CarrierError'))).toBe(true);
		expect(isDomainError(fromAnotherCopy('DomainError'))).toBe(true);
	});

	test.each([
		[new Error('x')],
		[Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
		[Object.assign(new Error('x'), { name: 'CarrierError' })],
		[{ name: 'CarrierError', code: 'rejected' }],
		['CarrierError'],
		[null],
		[undefined],
	])('are not others: %p', (error) => {
		expect([isCarrierError(error), isDomainError(error)]).toEqual([false, false]);
	});
});
