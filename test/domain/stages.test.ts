import {
	currentStage,
	isStage,
	isTextedStage,
	overtakenBy,
	SILENT_STAGES,
	type Stage,
	STAGE_LABELS,
	standingOf,
	TEXTED_STAGES,
	type TextedStage,
} from '../../lib/domain/stages';

const ALL: readonly Stage[] = [...SILENT_STAGES, ...TEXTED_STAGES];
const [EARLY, LATE] = [1_000, 2_000];

/** Whether a text about `stage` is a step back after `seen`, however late it happened. */
const isEnded = (stage: TextedStage, seen: Stage) =>
	overtakenBy(stage, LATE, [{ stage: seen, occurredAt: EARLY }]) === seen;
/** Whether it is one where it happened before `seen`. */
const isLate = (stage: TextedStage, seen: Stage) =>
	overtakenBy(stage, EARLY, [{ stage: seen, occurredAt: LATE }]) === seen;

describe('stages', () => {
	test('are texted or silent, never both, and each has a label for the operator', () => {
		expect(new Set(ALL).size).toBe(ALL.length);
		expect(Object.keys(STAGE_LABELS).sort()).toEqual([...ALL].sort());
		for (const label of Object.values(STAGE_LABELS)) expect(label).toMatch(/^[a-z][a-z ]+[a-z]$/);
	});

	test('are told from other values', () => {
		for (const stage of TEXTED_STAGES) expect([isStage(stage), isTextedStage(stage)]).toEqual([true, true]);
		for (const stage of SILENT_STAGES) expect([isStage(stage), isTextedStage(stage)]).toEqual([true, false]);
		for (const value of ['', 'Shipped', 'success', 'constructor', '__proto__', null, undefined, 1, ['shipped'], {}]) {
			expect([isStage(value), isTextedStage(value)]).toEqual([false, false]);
		}
	});
});

describe('a stage that was overtaken', () => {
	/** What ends a stage for good, and what ends it unless it happened later. */
	const rows: ReadonlyArray<[stage: TextedStage, forGood: string, unlessLater: string]> = [
		[
			'confirmed',
			'shipped out_for_delivery ready_for_pickup delivered delayed failed_attempt exception returned cancelled refunded',
			'',
		],
		['shipped', 'out_for_delivery ready_for_pickup delivered failed_attempt returned cancelled', 'delayed exception'],
		['out_for_delivery', 'ready_for_pickup delivered returned cancelled', 'failed_attempt delayed exception'],
		['ready_for_pickup', 'delivered returned cancelled', ''],
		['delivered', 'returned cancelled', ''],
		['delayed', 'ready_for_pickup delivered returned cancelled', 'out_for_delivery failed_attempt exception'],
		['failed_attempt', 'ready_for_pickup delivered returned cancelled', 'exception'],
		['returned', 'cancelled', ''],
		['cancelled', 'delivered returned', ''],
		['refunded', '', ''],
		['exception', 'delivered returned cancelled', 'out_for_delivery ready_for_pickup failed_attempt'],
	];
	const words = (list: string) => list.split(' ').filter(Boolean);

	test('has a row here, whichever it is', () => {
		expect(rows.map(([stage]) => stage).sort()).toEqual([...TEXTED_STAGES].sort());
	});

	test.each(rows)('%s is over after each of these and no others', (stage, forGood, unlessLater) => {
		expect(ALL.filter((seen) => isEnded(stage, seen)).sort()).toEqual(words(forGood).sort());
		expect(ALL.filter((seen) => isLate(stage, seen)).sort()).toEqual([...words(forGood), ...words(unlessLater)].sort());
	});

	test('is over at the same moment too', () => {
		expect(overtakenBy('out_for_delivery', EARLY, [{ stage: 'failed_attempt', occurredAt: EARLY }])).toBe(
			'failed_attempt',
		);
	});

	test('is not held against itself: that is for the ledger, which knows what was sent', () => {
		for (const stage of TEXTED_STAGES) expect([stage, isLate(stage, stage)]).toEqual([stage, false]);
	});

	test('is told by the stage that ended it, whatever else was seen', () => {
		const seen = [{ stage: 'label_created' }, { stage: 'shipped' }, { stage: 'delivered' }] as const;
		expect(overtakenBy('out_for_delivery', undefined, seen)).toBe('delivered');
		expect(overtakenBy('confirmed', undefined, seen)).toBe('shipped');
		expect(overtakenBy('returned', undefined, seen)).toBeUndefined();
		expect(overtakenBy('shipped', undefined, [])).toBeUndefined();
	});

	test('silent stages end nothing', () => {
		for (const stage of TEXTED_STAGES)
			for (const seen of SILENT_STAGES) expect([stage, seen, isLate(stage, seen)]).toEqual([stage, seen, false]);
	});

	test('two stages never end each other for good, except a cancellation and what contradicts it', () => {
		const deadlocks = TEXTED_STAGES.flatMap((a, index) =>
			TEXTED_STAGES.slice(index + 1).flatMap((b) => (isEnded(a, b) && isEnded(b, a) ? [`${a} ${b}`] : [])),
		);
		expect(deadlocks).toEqual(['delivered cancelled', 'returned cancelled']);
	});
});

describe('without the time of one of the two', () => {
	test('the order of arrival counts: a van goes out again after a failed attempt', () => {
		const seen = (occurredAt?: number) => [{ stage: 'failed_attempt', occurredAt }] as const;
		expect(overtakenBy('out_for_delivery', undefined, seen())).toBeUndefined();
		expect(overtakenBy('out_for_delivery', LATE, seen())).toBeUndefined();
		expect(overtakenBy('out_for_delivery', undefined, seen(EARLY))).toBeUndefined();
		expect(overtakenBy('exception', undefined, [{ stage: 'out_for_delivery' }])).toBeUndefined();
	});

	test('what is over for good stays so', () => {
		expect(overtakenBy('out_for_delivery', undefined, [{ stage: 'delivered' }])).toBe('delivered');
	});
});

describe('the story of a parcel', () => {
	/** Tells stages one after the other, as long as nothing objects; each happens a second after the one before. */
	const told = (...stages: readonly TextedStage[]) => {
		const seen: Array<{ stage: Stage; occurredAt: number }> = [];
		return stages.filter((stage, index) => {
			const objection = overtakenBy(stage, index * 1000, seen);
			seen.push({ stage, occurredAt: index * 1000 });
			return objection === undefined;
		});
	};
	const stories: ReadonlyArray<readonly TextedStage[]> = [
		['confirmed', 'shipped', 'out_for_delivery', 'delivered'],
		['confirmed', 'shipped', 'out_for_delivery', 'failed_attempt', 'out_for_delivery', 'delivered'],
		['confirmed', 'shipped', 'delayed', 'out_for_delivery', 'failed_attempt', 'ready_for_pickup', 'delivered'],
		['confirmed', 'delayed', 'shipped', 'exception', 'out_for_delivery', 'delivered', 'refunded'],
		['confirmed', 'shipped', 'ready_for_pickup', 'returned', 'refunded'],
		['confirmed', 'cancelled', 'refunded'],
		['shipped', 'out_for_delivery', 'delayed', 'exception', 'returned'],
		['shipped', 'delivered', 'returned', 'refunded'],
	];
	test.each(stories.map((story) => [story.join(' → '), story] as const))('%s is told whole', (_title, story) => {
		expect(told(...story)).toEqual(story);
	});

	test('backwards says its end only', () => {
		expect(told('delivered', 'out_for_delivery', 'shipped', 'confirmed')).toEqual(['delivered']);
		expect(told('returned', 'delivered', 'ready_for_pickup')).toEqual(['returned']);
		expect(told('cancelled', 'delivered', 'shipped', 'refunded')).toEqual(['cancelled', 'refunded']);
	});
});

describe('where an order stands', () => {
	/** "shipped@2" happened at the second 2 by the source's clock. */
	const seen = (words: string) =>
		words
			.split(' ')
			.filter(Boolean)
			.map((word) => {
				const [stage, at] = word.split('@') as [Stage, string?];
				return { stage, occurredAt: at === undefined ? undefined : Number(at) * 1000 };
			});

	test.each([
		['', undefined],
		['awaiting_payment', 'awaiting_payment'],
		['awaiting_payment confirmed', 'confirmed'],
		['confirmed awaiting_payment', 'confirmed'],
		['confirmed label_created', 'label_created'],
		['label_created', 'label_created'],
		['confirmed label_created shipped', 'shipped'],
		['confirmed shipped label_created', 'shipped'],
		['confirmed shipped out_for_delivery delivered', 'delivered'],
		['delivered out_for_delivery shipped confirmed', 'delivered'],
		['shipped delayed', 'delayed'],
		['delayed@2 shipped@1', 'delayed'],
		['delayed@1 shipped@2', 'shipped'],
		['out_for_delivery failed_attempt', 'failed_attempt'],
		['out_for_delivery@3 failed_attempt@2', 'out_for_delivery'],
		['failed_attempt@2 out_for_delivery@3', 'out_for_delivery'],
		['failed_attempt out_for_delivery', 'out_for_delivery'],
		['exception@1 out_for_delivery@2 ready_for_pickup@3', 'ready_for_pickup'],
		['shipped ready_for_pickup out_for_delivery', 'ready_for_pickup'],
		['delivered return_requested', 'return_requested'],
		['delivered return_requested returned', 'returned'],
		['delivered return_requested refunded', 'refunded'],
		['awaiting_payment cancelled', 'cancelled'],
		['cancelled awaiting_payment', 'cancelled'],
		['confirmed cancelled refunded', 'refunded'],
		['confirmed refunded', 'refunded'],
		['delivered refunded', 'refunded'],
		// a part was paid back while the parcel is on its way
		['confirmed shipped refunded', 'shipped'],
		['confirmed refunded shipped', 'shipped'],
		['shipped refunded out_for_delivery', 'out_for_delivery'],
		['shipped refunded delivered', 'delivered'],
		// they contradict each other: the last word counts
		['confirmed delivered cancelled', 'cancelled'],
		['confirmed cancelled delivered', 'delivered'],
		['returned cancelled', 'cancelled'],
	])('%s → %s', (words, expected) => {
		expect(currentStage(seen(words))).toBe(expected);
	});

	test('is one of the stages that were seen, whatever they are', () => {
		for (const a of ALL)
			for (const b of ALL)
				for (const c of ALL) {
					const three = [a, b, c].map((stage, index) => ({ stage, occurredAt: index % 2 ? EARLY : undefined }));
					expect([a, b, c]).toContain(currentStage(three));
				}
	});
});

describe('where an order of several parcels stands', () => {
	/** "shipped:A" is of parcel A, "confirmed" of the order as a whole. */
	const seen = (words: string) =>
		words
			.split(' ')
			.filter(Boolean)
			.map((word) => {
				const [stage, parcel = ''] = word.split(':') as [Stage, string?];
				return { stage, parcel };
			});

	test.each([
		['', undefined, undefined],
		['confirmed', 'confirmed', ''],
		['confirmed shipped', 'shipped', ''],
		['confirmed shipped:A', 'shipped', 'A'],
		['confirmed shipped:A delivered:A', 'delivered', 'A'],
		['shipped:A shipped:B delivered:A', 'shipped', 'B'],
		['shipped:A shipped:B delivered:B', 'shipped', 'A'],
		['shipped:A shipped:B', 'shipped', 'B'],
		['shipped:B shipped:A delayed:B', 'delayed', 'B'],
		['shipped:A shipped:B delivered:A delivered:B', 'delivered', 'B'],
		['shipped:A shipped:B cancelled', 'cancelled', 'B'],
		['confirmed shipped:A delivered', 'delivered', 'A'],
		['shipped:A shipped:B delivered:A refunded', 'shipped', 'B'],
	])('%s → %s, parcel %s', (words, stage, parcel) => {
		expect(standingOf(seen(words))).toEqual(stage && { stage, parcel });
	});
});
