"""Words that keep their capital inside an English sentence: countries, peoples, faiths, months."""

_COUNTRIES = """
Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia,
Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin,
Bhutan, Bolivia, Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, Burkina Faso,
Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile,
China, Colombia, Comoros, Congo, Costa Rica, Croatia, Cuba, Cyprus, Czechia, Côte d’Ivoire, Côte
d'Ivoire, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt, El Salvador, Equatorial
Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia,
Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras,
Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan,
Kazakhstan, Kenya, Kiribati, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya,
Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Marshall
Islands, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco,
Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria,
North Korea, North Macedonia, Norway, Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea,
Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saint Kitts and
Nevis, Saint Lucia, Saint Vincent, Samoa, San Marino, Sao Tome and Principe, Saudi Arabia, Senegal,
Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South
Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria,
Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey,
Turkmenistan, Tuvalu, Türkiye, Uganda, Ukraine, United Arab Emirates, United Kingdom, United
Nations, United States, Uruguay, Uzbekistan, Vanuatu, Venezuela, Viet Nam, Vietnam, Yemen, Zambia,
Zimbabwe, Holy See, Britain, England, Scotland, Wales
"""

_PLACES = """
Abkhazia, Africa, America, Asia, Beijing, Brussels, Caucasus, Central Asia, Chechnya, Crimea,
Dagestan, Donbas, East Turkestan, Europe, Gaza, Geneva, Guantanamo, Hong Kong, Kashmir, Kosovo,
Kremlin, Kurdistan, Latin America, London, Macao, Middle East, Moscow, Nagorno-Karabakh, Siberia,
Soviet Union, Strasbourg, Taiwan, Tatarstan, Tibet, Tehran, Washington, West Bank, Western Sahara,
Xinjiang
"""

_PEOPLES = """
Afghan, African, Albanian, Algerian, American, Angolan, Arab, Arabic, Argentine, Armenian, Asian,
Australian, Austrian, Azerbaijani, Bahraini, Bangladeshi, Basque, Bedouin, Belarusian, Belgian,
Bolivian, Bosnian, Brazilian, British, Bulgarian, Burmese, Burundian, Cambodian, Cameroonian,
Canadian, Cantonese, Catalan, Chadian, Chechen, Chilean, Chinese, Circassian, Colombian, Congolese,
Cossack, Crimean, Croat, Croatian, Cuban, Cypriot, Czech, Danish, Dutch, Ecuadorian, Egyptian,
Emirati, English, Eritrean, Estonian, Ethiopian, European, Fijian, Filipino, Finnish, French,
Gambian, Georgian, German, Ghanaian, Greek, Guatemalan, Guinean, Haitian, Han, Honduran, Hui,
Hungarian, Icelandic, Indian, Indonesian, Ingush, Iranian, Iraqi, Irish, Israeli, Italian, Ivorian,
Jamaican, Japanese, Jordanian, Kazakh, Kazakhstani, Kenyan, Korean, Kurd, Kurdish, Kuwaiti, Kyrgyz,
Kyrgyzstani, Lao, Latvian, Lebanese, Liberian, Libyan, Lithuanian, Macedonian, Malaysian,
Maldivian, Malian, Maltese, Mandarin, Mauritanian, Mexican, Moldovan, Mongol, Mongolian,
Montenegrin, Moroccan, Mozambican, Namibian, Nepali, Nicaraguan, Nigerian, Norwegian, Omani,
Ossetian, Pakistani, Palestinian, Pamiri, Panamanian, Paraguayan, Persian, Peruvian, Polish,
Portuguese, Qatari, Roma, Romani, Romanian, Rohingya, Russian, Rwandan, Salvadoran, Saudi,
Scottish, Senegalese, Serb, Serbian, Singaporean, Sino, Slovak, Slovenian, Somali, Soviet, Spanish,
Sudanese, Swedish, Swiss, Syrian, Taiwanese, Tajik, Tajikistani, Tamil, Tanzanian, Tatar, Thai,
Tibetan, Tigrayan, Tunisian, Turkic, Turkish, Turkmen, Ugandan, Uighur, Ukrainian, Uruguayan,
Uygur, Uyghur, Uzbek, Uzbekistani, Venezuelan, Vietnamese, Welsh, Yazidi, Yemeni, Yugoslav,
Zambian, Zimbabwean
"""

_OTHERS = """
January, February, March, April, May, June, July, August, September, October, November, December,
Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, Ramadan, Easter, Christmas, Allah,
Bahai, Baha'i, Baha’i, Bible, Buddhism, Buddhist, Catholic, Christian, Christianity, Dalai, Falun,
God, Hindu, Hinduism, Islam, Islamic, Islamist, Jehovah, Jew, Jewish, Judaism, Koran, Marxism,
Muslim, Nazi, Orthodox, Protestant, Quran, Shia, Shiite, Sikh, Sunni, Taliban
"""


def _listed(*lists: str) -> frozenset[str]:
    names = {" ".join(name.split()) for names in lists for name in names.split(",")}
    return frozenset(names | {f"{name}s" for name in names})  # Uyghurs, Muslims, Mondays


PROPER_NOUNS = _listed(_COUNTRIES, _PLACES, _PEOPLES, _OTHERS)
