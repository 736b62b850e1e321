import { once } from '../model/once.ts';

/**
 * Names of time zones in helpdesks that are written in Ruby on Rails (Zendesk, Chatwoot, Zammad): lower-case name →
 * IANA id. Names that are the city of one IANA zone (`Berlin`, `Dhaka`) need no entry. Source: the constants of
 * ActiveSupport::TimeZone, and Zendesk's list of time zones.
 */
export const helpdeskZoneNames = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries({
        'International Date Line West': 'Etc/GMT+12',
        'American Samoa': 'Pacific/Pago_Pago',
        'Midway Island': 'Pacific/Midway',
        Hawaii: 'Pacific/Honolulu',
        Alaska: 'America/Juneau',
        'Pacific Time (US & Canada)': 'America/Los_Angeles',
        'Mountain Time (US & Canada)': 'America/Denver',
        'Central Time (US & Canada)': 'America/Chicago',
        'Eastern Time (US & Canada)': 'America/New_York',
        'Indiana (East)': 'America/Indiana/Indianapolis',
        Arizona: 'America/Phoenix',
        Saskatchewan: 'America/Regina',
        'Central America': 'America/Guatemala',
        Guadalajara: 'America/Mexico_City',
        Quito: 'America/Lima',
        'Atlantic Time (Canada)': 'America/Halifax',
        'La Paz': 'America/La_Paz',
        Georgetown: 'America/Guyana',
        Newfoundland: 'America/St_Johns',
        Brasilia: 'America/Sao_Paulo',
        'Buenos Aires': 'America/Argentina/Buenos_Aires',
        Greenland: 'America/Godthab',
        'Mid-Atlantic': 'Atlantic/South_Georgia',
        'Cape Verde Is.': 'Atlantic/Cape_Verde',
        Edinburgh: 'Europe/London',
        'West Central Africa': 'Africa/Algiers',
        Bern: 'Europe/Zurich',
        Kyiv: 'Europe/Kiev',
        'St. Petersburg': 'Europe/Moscow',
        Pretoria: 'Africa/Johannesburg',
        'Abu Dhabi': 'Asia/Muscat',
        Islamabad: 'Asia/Karachi',
        Ekaterinburg: 'Asia/Yekaterinburg',
        Mumbai: 'Asia/Kolkata',
        Kolkata: 'Asia/Kolkata',
        Chennai: 'Asia/Kolkata',
        'New Delhi': 'Asia/Kolkata',
        'Sri Jayawardenepura': 'Asia/Colombo',
        Kathmandu: 'Asia/Kathmandu',
        Astana: 'Asia/Almaty',
        Hanoi: 'Asia/Bangkok',
        Beijing: 'Asia/Shanghai',
        'Ulaan Bataar': 'Asia/Ulaanbaatar',
        Osaka: 'Asia/Tokyo',
        Sapporo: 'Asia/Tokyo',
        Canberra: 'Australia/Canberra',
        'Solomon Is.': 'Pacific/Guadalcanal',
        'New Caledonia': 'Pacific/Noumea',
        'Marshall Is.': 'Pacific/Majuro',
        Wellington: 'Pacific/Auckland',
        "Nuku'alofa": 'Pacific/Tongatapu',
        'Tokelau Is.': 'Pacific/Fakaofo',
        'Chatham Is.': 'Pacific/Chatham',
        Samoa: 'Pacific/Apia',
      }).map(([name, id]) => [name.toLowerCase(), id]),
    ),
);

/**
 * Letters for zones as people write them in headers and settings, where clocks change: `CET` and `EST` are the time of day
 * there, in summer too. Those that name several places stand below.
 */
export const zoneLetters = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      Object.entries({
        'Europe/Lisbon': 'WET WEST',
        'Europe/Berlin': 'CET CEST MEZ MESZ MET',
        'Europe/Athens': 'EET EEST',
        'Europe/Moscow': 'MSK',
        'America/New_York': 'EST EDT',
        'America/Chicago': 'CDT',
        'America/Denver': 'MST MDT',
        'America/Los_Angeles': 'PST PDT',
        'America/Anchorage': 'AKST AKDT',
        'Pacific/Honolulu': 'HST',
        'America/Bogota': 'COT',
        'America/Argentina/Buenos_Aires': 'ART',
        'Africa/Lagos': 'WAT',
        'Africa/Nairobi': 'EAT',
        'Europe/Istanbul': 'TRT',
        'Asia/Tehran': 'IRST',
        'Asia/Kathmandu': 'NPT',
        'Asia/Bangkok': 'ICT',
        'Asia/Kuala_Lumpur': 'MYT',
        'Australia/Perth': 'AWST',
        'Australia/Adelaide': 'ACST ACDT',
        'America/Sao_Paulo': 'BRT',
        'Africa/Johannesburg': 'SAST',
        'Asia/Dhaka': 'BDT',
        'Asia/Karachi': 'PKT',
        'Asia/Tokyo': 'JST',
        'Asia/Seoul': 'KST',
        'Asia/Singapore': 'SGT',
        'Asia/Hong_Kong': 'HKT',
        'Asia/Jakarta': 'WIB',
        'Asia/Manila': 'PHT',
        'Australia/Sydney': 'AEST AEDT',
        'Pacific/Auckland': 'NZST NZDT',
      }).flatMap(([id, letters]) => letters.split(' ').map((word) => [word, id] as const)),
    ),
);

/**
 * Letters that several places call their zone by, the likeliest first. Nobody can tell which is meant but by what else is
 * known: a flag, or a zone of the report among them. Source: the abbreviations of the IANA time zone database.
 */
export const zonesOfLetters: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    CST: 'America/Chicago Asia/Shanghai America/Havana',
    IST: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem',
    BST: 'Europe/London Asia/Dhaka',
    AST: 'America/Halifax Asia/Riyadh',
    GST: 'Asia/Dubai Atlantic/South_Georgia',
    AMT: 'America/Manaus Asia/Yerevan',
    SST: 'Pacific/Pago_Pago Asia/Singapore',
    WST: 'Australia/Perth Pacific/Apia',
  }).map(([letters, zones]) => [letters, zones.split(' ')] as const),
);
