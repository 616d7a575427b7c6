import { type LanguageTexts } from './texts';

// No {first_name}: it would have to stand in the vocative. No full stop after {eta_time}, which ends with "μ.μ.".
export const el: LanguageTexts = {
	stages: {
		confirmed:
			'[{brand}: ]Ευχαριστούμε! Η παραγγελία σας[ #{order_number}] επιβεβαιώθηκε[ (σύνολο {total})].[ Απορίες; Καλέστε στο {support_phone}.]',
		shipped:
			'[{brand}: ][{parcel}: ]Καλά νέα! Η παραγγελία σας[ #{order_number}] έχει αποσταλεί.[ Παρακολούθηση: {tracking}][ Εκτιμώμενη παράδοση: {eta_date}.]',
		out_for_delivery:
			'[{brand}: ][{parcel}: ]Η παραγγελία σας[ #{order_number}] βγήκε σήμερα για παράδοση![ Εκτιμώμενη ώρα: έως {eta_time}][ Για οποιοδήποτε πρόβλημα καλέστε στο {support_phone}.][ Παρακολούθηση: {tracking}]',
		ready_for_pickup:
			'[{brand}: ][{parcel}: ]Η παραγγελία σας[ #{order_number}] είναι έτοιμη για παραλαβή.[ Λεπτομέρειες: {tracking}][ Απορίες; Καλέστε στο {support_phone}.]',
		delivered:
			'[{brand}: ][{parcel}: ]Η παραγγελία σας[ #{order_number}] παραδόθηκε. Να τη χαρείτε![ Κάτι δεν πάει καλά; Καλέστε στο {support_phone}.]',
		delayed:
			'[{brand}: ][{parcel}: ]Ενημέρωση παράδοσης: η παραγγελία σας[ #{order_number}] θα καθυστερήσει λίγο.[ Αιτία: {reason}.][ Νέα εκτιμώμενη παράδοση: {eta_date}.][ Παρακολούθηση: {tracking}][ Απορίες; Καλέστε στο {support_phone}.]',
		failed_attempt:
			'[{brand}: ][{parcel}: ]Δεν μπορέσαμε να παραδώσουμε την παραγγελία σας[ #{order_number}].[ Αιτία: {reason}.][ Νέα εκτιμώμενη παράδοση: {eta_date}.][ Λεπτομέρειες: {tracking}][ Απορίες; Καλέστε στο {support_phone}.]',
		returned:
			'[{brand}: ][{parcel}: ]Η παραγγελία σας[ #{order_number}] επιστρέφει σε εμάς.[ Αιτία: {reason}.][ Χρειάζεστε βοήθεια; Καλέστε στο {support_phone}.][ Λεπτομέρειες: {tracking}]',
		cancelled: '[{brand}: ]Η παραγγελία σας[ #{order_number}] ακυρώθηκε.[ Απορίες; Καλέστε στο {support_phone}.]',
		refunded:
			'[{brand}: ]Έγινε επιστροφή χρημάτων[ ({refund_amount})] για την παραγγελία σας[ #{order_number}]. Ίσως χρειαστούν λίγες ημέρες μέχρι να φανεί στον λογαριασμό σας.[ Απορίες; Καλέστε στο {support_phone}.]',
		exception:
			'[{brand}: ][{parcel}: ]Παρουσιάστηκε πρόβλημα με την παράδοση της παραγγελίας σας[ #{order_number}].[ Αιτία: {reason}.][ Χρειάζεστε βοήθεια; Καλέστε στο {support_phone}.][ Λεπτομέρειες: {tracking}]',
	},
	reasons: {
		address: 'ελλιπής ή λανθασμένη διεύθυνση',
		nobody_home: 'δεν βρέθηκε κανείς στη διεύθυνση',
		closed: 'η επιχείρηση ήταν κλειστή',
		refused: 'άρνηση παραλαβής',
		customs: 'εκτελωνισμός',
		payment_due: 'εκκρεμής πληρωμή',
		weather: 'κακοκαιρία',
		carrier_delay: 'πρόβλημα στη μεταφορική εταιρεία',
		not_collected: 'δεν παραλήφθηκε εγκαίρως',
		lost: 'το δέμα χάθηκε',
		damaged: 'το δέμα έχει υποστεί ζημιά',
	},
	moreItems: 'και {count} ακόμη',
	parcel: 'Δέμα {index} από {count}',
	statuses: {
		awaiting_payment: 'αναμένεται πληρωμή',
		label_created: 'ετοιμάζεται για αποστολή',
		return_requested: 'ζητήθηκε επιστροφή',
		confirmed: 'επιβεβαιώθηκε',
		shipped: 'έχει αποσταλεί',
		out_for_delivery: 'βγήκε για παράδοση',
		ready_for_pickup: 'έτοιμη για παραλαβή',
		delivered: 'παραδόθηκε',
		delayed: 'καθυστερεί',
		failed_attempt: 'η απόπειρα παράδοσης απέτυχε',
		returned: 'επιστρέφει σε εμάς',
		cancelled: 'ακυρώθηκε',
		refunded: 'έγινε επιστροφή χρημάτων',
		exception: 'πρόβλημα με την παράδοση',
	},
	answers: {
		optedOut:
			'[{brand}: ]Διαγραφήκατε και δεν θα λαμβάνετε άλλα μηνύματα από εμάς. Για να τα λαμβάνετε ξανά, στείλτε START.',
		optedOutMarketing:
			'[{brand}: ]Δεν θα λαμβάνετε άλλες προσφορές από εμάς. Τα μηνύματα για τις παραγγελίες σας δεν επηρεάζονται.',
		orderStopped: '[{brand}: ]Δεν θα λαμβάνετε άλλα μηνύματα για την παραγγελία σας[ #{order_number}].',
		help: '[{brand}: ]Υπηρεσία μηνυμάτων του καταστήματός μας.[ Βοήθεια: {support_phone}.] Ο αριθμός μηνυμάτων ποικίλλει. Για διακοπή στείλτε STOP.[ Περισσότερα: {shop_url}]',
		started: '[{brand}: ]Καλώς ήρθατε ξανά! Θα λαμβάνετε πάλι μηνύματα από εμάς. Για διακοπή στείλτε STOP.',
		orderStatus:
			'[{brand}: ]Η παραγγελία σας[ #{order_number}]: {status}.[ Εκτιμώμενη παράδοση: {eta}.][ Παρακολούθηση: {tracking}][ Απορίες; Καλέστε στο {support_phone}.]',
		orderList: '[{brand}: ]Οι παραγγελίες σας: {orders}.[ Απορίες; Καλέστε στο {support_phone}.]',
		noOrder: '[{brand}: ]Δεν βρέθηκε ανοιχτή παραγγελία για τον αριθμό σας.[ Απορίες; Καλέστε στο {support_phone}.]',
		acknowledgement: '[{brand}: ]Ευχαριστούμε, λάβαμε το μήνυμά σας.[ Επείγει; Καλέστε στο {support_phone}.]',
	},
	listedOrder: '[#{order_number}: ]{status}',
	ratesNotice: 'Ενδέχεται να ισχύουν χρεώσεις μηνυμάτων και δεδομένων.',
	optIn: {
		askByReply: {
			marketing: 'Απαντήστε ΝΑΙ για τις προσφορές μας με SMS.',
			survey: 'Απαντήστε ΝΑΙ για τις σύντομες έρευνές μας με SMS.',
		},
		askByCode: {
			marketing: 'Ο κωδικός σας για τις προσφορές μας με SMS είναι {one_time_code}.',
			survey: 'Ο κωδικός σας για τις σύντομες έρευνές μας με SMS είναι {one_time_code}.',
		},
		askByEither: {
			marketing: 'Απαντήστε ΝΑΙ ή δώστε τον κωδικό {one_time_code} για τις προσφορές μας με SMS.',
			survey: 'Απαντήστε ΝΑΙ ή δώστε τον κωδικό {one_time_code} για τις σύντομες έρευνές μας με SMS.',
		},
		reminder: 'Υπενθύμιση: ',
		confirmed: {
			marketing: 'Ευχαριστούμε, θα λαμβάνετε τις προσφορές μας με SMS.',
			survey: 'Ευχαριστούμε, θα λαμβάνετε τις σύντομες έρευνές μας με SMS.',
		},
		frequency: 'Έως {count} SMS τον μήνα.',
		helpAndStop: 'HELP για βοήθεια, STOP για διακοπή.',
		phoneCheck:
			'Ο κωδικός σας[ για {brand}] είναι {one_time_code}. Ισχύει για {valid_minutes} λεπτά. Μην τον πείτε σε κανέναν.',
	},
	codeValues: { freeShipping: 'δωρεάν αποστολή', points: '{count} πόντ', gift: 'ένα δώρο' },
	campaign: {
		birthdayGift:
			'Χρόνια πολλά! Το δώρο μας: [{code_value}, ]κωδικός {code}[, ισχύει έως {code_expiry}].',
		winBack:
			'Θα χαρούμε να σας ξαναδούμε![ Για την επόμενη παραγγελία: [{code_value}, ]κωδικός {code}[, ισχύει έως {code_expiry}].]',
		optOut: 'Για διακοπή στείλτε STOP.',
		unsubscribe: 'Διακοπή: {unsubscribe_link}',
	},
	unsubscribe: {
		ask:
			'Θέλετε να μη λαμβάνετε άλλα μηνύματα από εμάς στο {phone}; Θα σταματήσουν και τα μηνύματα για τις παραγγελίες σας.',
		askOffers: 'Θέλετε να μη λαμβάνετε άλλες προσφορές από εμάς στο {phone};',
		button: 'Διαγραφή',
		done: 'Δεν θα λαμβάνετε άλλα μηνύματα από εμάς στο {phone}.',
		back: 'Έγινε κατά λάθος; Στείλτε START στον αριθμό μας ή επικοινωνήστε μαζί μας.',
		unknown: 'Αυτός ο σύνδεσμος δεν λειτουργεί. Για να διαγραφείτε, επικοινωνήστε μαζί μας.',
	},
};
