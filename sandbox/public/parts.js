// Building blocks of the page: elements, requests to the sandbox, the cards with credentials.
'use strict';

globalThis.SandboxParts = (() => {
	/** Makes an element. Texts become text nodes, never markup. */
	function el(tag, properties = {}, ...children) {
		const element = document.createElement(tag);
		for (const [name, value] of Object.entries(properties)) {
			if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
			else if (name in element && name !== 'list' && name !== 'form') element[name] = value;
			else element.setAttribute(name, value);
		}
		element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
		return element;
	}

	function icon(name) {
		const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		svg.setAttribute('class', 'icon');
		svg.setAttribute('aria-hidden', 'true');
		const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
		use.setAttribute('href', `#i-${name}`);
		svg.append(use);
		return svg;
	}

	/** Asks the sandbox; resolves with its answer, rejects with its own words. */
	async function ask(method, path, body) {
		const response = await fetch(`/_sandbox${path}`, {
			method,
			...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});
		const answer = await response.json();
		if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
		return answer;
	}

	function copyButton(name, value) {
		const button = el('button', { type: 'button', className: 'copy', title: `Copy ${name}` }, icon('copy'));
		button.setAttribute('aria-label', `Copy ${name}`);
		button.addEventListener('click', async () => {
			try {
				await navigator.clipboard.writeText(value);
			} catch {
				// Without the permission to write, select the value so that the user can copy it by hand
				getSelection().selectAllChildren(button.parentElement.querySelector('dd'));
				return;
			}
			button.replaceChildren(icon('check'));
			button.classList.add('done');
			setTimeout(() => {
				button.replaceChildren(icon('copy'));
				button.classList.remove('done');
			}, 1500);
		});
		return button;
	}

	/** The cards with what to enter in n8n; in brief, without what most people leave empty. */
	function credentialCards(credentials, { brief = false } = {}) {
		const cards = credentials.map(({ carrier, label, fields }) =>
			el(
				'div',
				{ className: 'card', 'data-test-id': `credentials-${carrier}` },
				el('h3', {}, label),
				el(
					'dl',
					{ className: 'fields' },
					...fields
						.filter(({ extra }) => !brief || !extra)
						.map(({ name, value }) =>
							el('div', { className: 'field' }, el('dt', {}, name), el('dd', {}, value), copyButton(name, value)),
						),
				),
			),
		);
		return el('div', { className: 'credentials' }, ...cards);
	}

	return { el, icon, ask, credentialCards };
})();
