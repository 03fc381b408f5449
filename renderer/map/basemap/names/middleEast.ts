/** Cities of Iraq's neighbours and of the Arabic- and Persian-speaking countries: the English name in use, and the name at home. */
import { readSpellings } from './spelling.ts'

export const middleEastSpellings = readSpellings(`
Damascus|دمشق||w
Aleppo|حلب||e
Homs|حمص||e
Hama|حماة||e|Hamah
Latakia|اللاذقية||w
Tartus|طرطوس||w
Idlib|إدلب||w
Deir ez-Zor|دير الزور||w|Dayr az Zawr
Raqqa|الرقة||n|Ar Raqqah
Hasakah|الحسكة||w|Al Hasakah, Al Ḩasakah, Al-Hasakah
Qamishli|القامشلي||w|Al Qamishli
Palmyra|تدمر||e|Tadmur
Abu Kamal|البوكمال||w
Suwayda|السويداء||e|As Suwayda
Daraa|درعا||w|Dar'a
Manbij|منبج||n
Tabqa|الطبقة||s|Madinat ath Thawrah, Ath Thawrah
Amman|عمّان||e
Zarqa|الزرقاء||e|Az Zarqa
Irbid|إربد||w
Aqaba|العقبة||e|Al Aqabah
Mafraq|المفرق||e|Al Mafraq
Maan|معان||e|Ma'an
Karak|الكرك||e|Al Karak
Kuwait City|مدينة الكويت||e
Jahra|الجهراء||w|Al Jahra
Ahmadi|الأحمدي||w|Al Ahmadi, Al Aḩmadī
Riyadh|الرياض||e
Jeddah|جدة||e
Mecca|مكة||e|Makkah
Medina|المدينة المنورة||e
Tabuk|تبوك||e
Hofuf|الهفوف||w
Dammam|الدمام||w
Buraydah|بريدة||e
Hail|حائل||e
Hafar al-Batin|حفر الباطن||s|Hafar al Batin
Jubail|الجبيل||w|Al Jubayl
Arar|عرعر||s
Rafha|رفحاء||s
Sakaka|سكاكا||s|Sakakah
Taif|الطائف||e|At Taif
Abha|أبها||e
Jizan|جازان||e
Najran|نجران||e
Yanbu|ينبع||e|Yanbu al Bahr
Dhahran|الظهران||w|Az Zahran
Qatif|القطيف||w|Al-Qatif
Tehran|تهران||e
Mashhad|مشهد||e
Isfahan|اصفهان||e
Shiraz|شیراز||e
Tabriz|تبریز||e
Ahvaz|اهواز||e
Hamadan|همدان||e
Yazd|یزد||e
Bandar Abbas|بندرعباس||n|Bandar-e-Abbas
Qom|قم||e
Kermanshah|کرمانشاه||e
Rasht|رشت||s
Kerman|کرمان||e
Qazvin|قزوین||e
Ardabil|اردبیل||e
Abadan|آبادان||e
Bushehr|بوشهر||e|Bandar-e Bushehr
Karaj|کرج||w
Arak|اراک||e
Khorramabad|خرم‌آباد||e
Dezful|دزفول||e
Kashan|کاشان||e
Khoy|خوی||w|Khvoy
Urmia|ارومیه||w|Orūmīyeh, Orumiyeh
Sanandaj|سنندج||e
Zanjan|زنجان||e
Ilam|ایلام||e|Īlām
Mahabad|مهاباد||e|Mahābād
Borujerd|بروجرد||e|Borūjerd
Khorramshahr|خرمشهر||n
Bukan|بوکان||e|Būkān
Saqqez|سقز||e
Marivan|مریوان||e|Marīvān
Baneh|بانه||e|Bāneh
Beirut|بيروت||e
Tripoli|طرابلس||n|Ṭarābulus, Tarabulus
Sidon|صيدا||w|Saida
Zahle|زحلة||e|Zahlé
Gaza|غزة||w|Gaza City
Nablus|نابلس||w
Hebron|الخليل||w|Al Khalil
Ramallah|رام الله||w
Cairo|القاهرة||e
Alexandria|الإسكندرية||n
Giza|الجيزة||w
Port Said|بورسعيد||n|Bur Said
Suez|السويس||e
Ismailia|الإسماعيلية||e|Ismaïlia
Luxor|الأقصر||e
Asyut|أسيوط||e
Aswan|أسوان||e
Hurghada|الغردقة||e
Sanaa|صنعاء||e
Aden|عدن||s
Taiz|تعز||w|Taizz
Hudaydah|الحديدة||w|Al Hudaydah
Mukalla|المكلا||s|Al Mukalla
Marib|مأرب||e
Dubai|دبي||n
Abu Dhabi|أبوظبي||w
Sharjah|الشارقة||e
Al Ain|العين||e|Al Ayn
Muscat|مسقط||w
Salalah|صلالة||e
Suhar|صحار||w
Doha|الدوحة||e
Manama|المنامة||w
Tripoli|طرابلس||n|Tripoli
Benghazi|بنغازي||e
Tunis|تونس||w
Algiers|الجزائر||s
Oran|وهران||s
Casablanca|الدار البيضاء||s
Rabat|الرباط||n
Marrakesh|مراكش||e|Marrakech
Khartoum|الخرطوم||e
Omdurman|أم درمان||w
`)
