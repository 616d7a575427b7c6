// The panel on the right: the carriers' switches and their counters, and the credentials.
'use strict';

globalThis.SandboxPanel = (() => {
	const words = globalThis.SandboxWords;
	const { el, icon, ask, credentialCards } = globalThis.SandboxParts;

	const option = ([value, text]) => el('option', { value }, text);
	const section = (title, ...content) => el('section', {}, el('h3', {}, title), ...content);
	const labelled = (label, field) => el('label', { className: 'stack' }, label, field);
	const note = (text) => el('p', { className: 'muted' }, text);

	const HOW_OFTEN = [
		['1', 'next text'],
		['3', 'next 3 texts'],
		['10', 'next 10 texts'],
		['10%', '10 % of texts'],
		['50%', '50 % of texts'],
		['', 'every text'],
	];
	const CARRIERS = [
		['', 'any carrier'],
		['twilio', 'Twilio'],
		['telnyx', 'Telnyx'],
	];

	/** "next 3 texts" as the fields of a fault. */
	function howOften(value) {
		if (value === '') return {};
		return value.endsWith('%') ? { rate: parseInt(value, 10) / 100 } : { count: Number(value) };
	}

	function faultsPart(selectedPhone, tell) {
		const list = el('ul', { className: 'fault-list', 'data-test-id': 'fault-list' });
		const kind = el('select', { 'data-test-id': 'fault-kind' });
		const kindNote = el('p', { className: 'muted fault-note' });
		const often = el('select', { 'data-test-id': 'fault-often' }, ...HOW_OFTEN.map(option));
		const carrier = el('select', { 'data-test-id': 'fault-carrier' }, ...CARRIERS.map(option));
		const phone = el('select', { 'data-test-id': 'fault-phone' });

		function explain() {
			kindNote.textContent = words.faultNote(kind.value);
			phone.disabled = kind.value === 'refuse'; // closed before the phone is known
		}
		kind.addEventListener('change', explain);

		function add(event) {
			event.preventDefault();
			const fault = { kind: kind.value, ...howOften(often.value) };
			if (carrier.value) fault.carrier = carrier.value;
			if (phone.value && !phone.disabled) fault.phone = phone.value;
			tell(ask('POST', '/faults', fault));
		}

		function item(fault, faults) {
			const title = words.faultTitle(fault.kind);
			const remove = () => tell(ask('PUT', '/faults', { faults: faults.filter((other) => other !== fault) }));
			return el(
				'li',
				{ className: 'fault', 'data-test-id': 'fault', 'data-kind': fault.kind },
				el('span', {}, title, el('br'), el('span', { className: 'muted' }, words.faultScope(fault))),
				el(
					'button',
					{ type: 'button', className: 'button icon-only', onclick: remove, 'aria-label': `Stop: ${title}` },
					icon('close'),
				),
			);
		}

		return {
			section: section(
				'Make something go wrong',
				list,
				el(
					'form',
					{ className: 'stack', onsubmit: add },
					labelled('What', kind),
					kindNote,
					el('div', { className: 'halves' }, labelled('How often', often), labelled('Where', carrier)),
					labelled('For whom', phone),
					el('button', { className: 'button', 'data-test-id': 'fault-add' }, 'Add'),
				),
			),
			showKinds(kinds) {
				const before = kind.value || 'throttle';
				kind.replaceChildren(...kinds.map((one) => option([one, words.faultTitle(one)])));
				kind.value = before;
				explain();
			},
			offerPhone() {
				const before = phone.value;
				const open = selectedPhone();
				phone.replaceChildren(option(['', 'any phone']));
				if (open) phone.append(option([open, words.formatPhone(open)]));
				phone.value = before === open ? before : '';
			},
			show: ({ faults }) => list.replaceChildren(...faults.map((fault) => item(fault, faults))),
		};
	}

	function timesPart(tell) {
		const fields = [
			['latencyMs', 'Answers after'],
			['sentAfterMs', 'Sent after'],
			['finalAfterMs', 'Final after'],
		].map(([name, label]) => {
			const input = el('input', { type: 'number', min: 0, step: 50, name, 'data-test-id': `timing-${name}` });
			input.addEventListener('change', () => tell(ask('PUT', '/timing', { [name]: Number(input.value) })));
			return { input, field: labelled(label, input) };
		});
		return {
			section: section(
				'Times in milliseconds',
				el('div', { className: 'thirds' }, ...fields.map(({ field }) => field)),
			),
			show({ timing }) {
				for (const { input } of fields) {
					if (input !== document.activeElement) input.value = timing[input.name];
				}
			},
		};
	}

	function optOutsPart(tell) {
		const switches = el('div', { className: 'stack' });
		const blocked = note('');
		function box([carrier, on]) {
			const input = el('input', { type: 'checkbox', checked: on, 'data-test-id': `opt-outs-${carrier}` });
			input.addEventListener('change', () => tell(ask('PUT', '/opt-outs', { [carrier]: input.checked })));
			const name = CARRIERS.find(([id]) => id === carrier)?.[1] ?? carrier;
			return el('label', { className: 'switch' }, input, `${name} handles them`);
		}
		return {
			section: section(
				'STOP, START and HELP',
				note('On: the carrier blocks and answers by itself, as in the USA. Off: that is the workflow’s job.'),
				switches,
				blocked,
			),
			show({ optOuts, blocked: blocks }) {
				switches.replaceChildren(...Object.entries(optOuts).map(box));
				const phones = [...new Set(blocks.map(({ phone }) => words.formatPhone(phone)))];
				blocked.textContent = `Blocked: ${phones.join(', ')}`;
				blocked.hidden = phones.length === 0;
			},
		};
	}

	function inboundPart(tell) {
		const fields = el('div', { className: 'stack' });
		return {
			section: section(
				'Where customers’ texts go',
				note('The production URL of the workflow that is to get the replies; the carrier’s API can set it too.'),
				fields,
			),
			show({ inboundUrls }) {
				if (fields.contains(document.activeElement)) return; // the user is typing there
				fields.replaceChildren(
					...inboundUrls.map(({ target, label, url }) => {
						const input = el('input', {
							type: 'url',
							value: url ?? '',
							placeholder: 'not set',
							'data-test-id': 'inbound-url',
							'data-target': target,
						});
						input.addEventListener('change', () =>
							tell(ask('PUT', '/inbound-urls', { [target]: input.value || null })),
						);
						return labelled(label.replace(target, words.formatPhone(target)), input);
					}),
				);
			},
		};
	}

	function countersPart() {
		const list = el('dl', { className: 'counters', 'data-test-id': 'counters' });
		return {
			section: section('Counters', list),
			show({ counters }) {
				list.replaceChildren(
					...Object.entries(counters).map(([name, count]) =>
						el('div', { 'data-counter': name }, el('dt', {}, words.counter(name)), el('dd', {}, String(count))),
					),
				);
			},
		};
	}

	/** Builds the panel into `root`. `selectedPhone` tells which conversation is open. */
	function createPanel(root, { selectedPhone, onClose }) {
		const problem = el('p', { className: 'problem', role: 'alert' });
		const tell = (request) =>
			request.then(
				() => problem.replaceChildren(),
				(error) => problem.replaceChildren(error.message),
			);
		const faults = faultsPart(selectedPhone, tell);
		const parts = [faults, timesPart(tell), optOutsPart(tell), inboundPart(tell), countersPart()];
		const credentials = section('What to enter in n8n');
		const reset = el(
			'button',
			{
				type: 'button',
				className: 'button danger',
				'data-test-id': 'reset-button',
				onclick: () => tell(ask('POST', '/reset', {})),
			},
			'Forget all texts, faults and counters',
		);
		const close = el(
			'button',
			{ type: 'button', className: 'button icon-only', onclick: onClose, title: 'Close', 'aria-label': 'Close' },
			icon('close'),
		);
		root.replaceChildren(
			el('div', { className: 'panel-head' }, el('h2', {}, 'The carriers'), close),
			problem,
			...parts.map((part) => part.section),
			credentials,
			el('section', {}, reset),
		);

		return {
			showState(state) {
				credentials.replaceChildren(el('h3', {}, 'What to enter in n8n'), credentialCards(state.credentials));
				faults.showKinds(state.faultKinds);
				faults.offerPhone();
			},
			showSettings(settings) {
				for (const part of parts) part.show(settings);
			},
			offerPhone: faults.offerPhone,
			scrollToCredentials: () => credentials.scrollIntoView(),
			scrollToTop: () => root.scrollTo(0, 0),
		};
	}

	return { createPanel };
})();
