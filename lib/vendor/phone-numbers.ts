// libphonenumber-js, inlined into this one file by the build. The "max" metadata: only it knows every number's type.
export {
	parsePhoneNumberFromString,
	isSupportedCountry,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';
