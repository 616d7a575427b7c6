import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkGate } from '../../../scripts/conformance/gate';
import { ROOT } from '../../support/source-files';

test('the recorded cases agree', () => {
	const { failures, passed } = checkGate(join(ROOT, 'test/fixtures/gate.jsonl'));
	expect(failures).toEqual([]);
	expect(passed).toBeGreaterThanOrEqual(40);
});

test('the check tells what differs', () => {
	const file = join(mkdtempSync(join(tmpdir(), 'gate-')), 'cases.jsonl');
	const message = { purpose: 'marketing', recipient: { phone: '+12125550123' } };
	const facts = { consent: { outcome: 'consented' } };
	const night = { message, facts, now: '2026-11-25T02:40:00Z' };
	const cases = [
		{ id: 'action', ...night, decision: 'send' },
		{ id: 'rule', ...night, decision: 'wait', rule: 'law-hours' },
		{ id: 'until', ...night, decision: { action: 'wait', until: '2026-11-25T13:00:00Z' } },
		{ id: 'within', ...night, decision: { wait: { until: '2026-11-25T13:00:00Z' } } },
		{ id: 'fine', ...night, decision: { wait: '2026-11-25T14:00:00Z' }, rule: 'quiet-hours' },
	];
	writeFileSync(file, cases.map((one) => JSON.stringify(one)).join('\n'));
	expect(checkGate(file).failures.map(({ case: name, field }) => `${name}: ${field}`)).toEqual([
		'action: decision',
		'rule: rule',
		'until: until',
		'within: until',
	]);
});
