/**
 * Iraq's places as the press and the maps of the United Nations write them, with their Arabic names. The archives romanise in several systems and hold
 * few names in Arabic script; a map that says Fallujah at one zoom and Al Fallūjah at the next is two maps.
 */
import { readSpellings } from './spelling.ts'

export const iraqSpellings = readSpellings(`
Baghdad|بغداد|0|e
Mosul|الموصل|1|w
Basra|البصرة|1|w|Basrah, Al Basrah
Erbil|أربيل|1|e|Irbil, Arbil
Kirkuk|كركوك|1|w
Najaf|النجف|1|w|An Najaf, Al Najaf
Karbala|كربلاء|1|w
Sulaymaniyah|السليمانية|1|s|As Sulaymaniyah, As Sulaymānīyah
Nasiriyah|الناصرية|2|s|An Nasiriyah
Amarah|العمارة|2|e|Al Amarah, Al ‘Amārah
Diwaniyah|الديوانية|2|e|Ad Diwaniyah, Ad Dīwānīyah
Kut|الكوت|2|e|Al Kut, Al Kūt
Hillah|الحلة|2|e|Al Hillah, Al Ḩillah, Hilla
Ramadi|الرمادي|2|n|Ar Ramadi
Samawah|السماوة|2|w|As Samawah
Baqubah|بعقوبة|2|e|Ba‘qūbah
Dohuk|دهوك|2|n|Duhok, Dihok
Tikrit|تكريت|2|w
Fallujah|الفلوجة|3|s|Al Fallujah, Al Fallūjah
Samarra|سامراء|3|e|Sāmarrā’
Halabja|حلبجة|3|s
Tal Afar|تل عفر|3|w|Tall Afar, Tall ‘Afar
Sinjar|سنجار|3|s
Zakho|زاخو|4|n|Zaxo
Rutbah|الرطبة|3|s|Ar Rutbah, Ar Ruţbah, Rutba
Haditha|حديثة|3|w|Ḩadīthah, Al Hadithah
Hit|هيت|4|w|Hīt
Al-Qaim|القائم|3|e|Al Qā’im, Al Qa'im
Anah|عنه|4|s|‘Anah
Rawah|راوة|4|n
Baiji|بيجي|3|w|Bayjī
Khanaqin|خانقين|4|e
Tuz Khurmatu|طوزخورماتو|4|e|Ţūz Khūrmātū, Tuz Khormato
Mandali|مندلي|4|e
Zubayr|الزبير|4|w|Az Zubayr, Az Aubayr
Umm Qasr|أم قصر|4|w
Faw|الفاو|4|w|Al Fāw
Shatrah|الشطرة|4|w|Ash Shatrah, Ash Shaţrah
Musayyib|المسيب|4|w|Al Musayyib
Kufa|الكوفة|4|e
Abu Ghraib|أبو غريب|4|w|Abū Ghurayb
Taji|التاجي|4|w
Qayyarah|القيارة|4|e|Al Qayyārah
Sharqat|الشرقاط|4|w|Ash Sharqāt
Makhmur|مخمور|4|e|Mexmur
Hawija|الحويجة|4|w|Al Ḩawījah
Balad|بلد|4|w
Dujail|الدجيل|4|w|Ad Dujayl
Dur|الدور|4|e|Ad Dawr
Muqdadiyah|المقدادية|4|e|Al Miqdādīyah
Khalis|الخالص|4|w|Al Khāliş, Khāliş
Kifri|كفري|4|e
Kalar|كلار|4|e|Kelar
Darbandikhan|دربندخان|4|e|Derbendîxan
Chamchamal|جمجمال|4|e|Jamjamāl
Daquq|داقوق|4|e
Dibis|الدبس|4|w
Soran|سوران|4|e
Rawanduz|رواندوز|4|e|Ṟuwandiz
Ranya|رانية|4|e|Ṟaniye
Koy Sanjaq|كويسنجق|4|e|Koysinceq
Aqrah|عقرة|4|e|‘Aqrah
Amadiya|العمادية|4|e|Al ‘Amādīyah
Sumel|سميل|4|w|Saymayl, Simele
Shaykhan|الشيخان|4|e|Ash Shaykhān
Tel Keppe|تلكيف|4|w|Tallkayf
Qaraqosh|قره قوش|4|e|Al-Hamdaniya
Hatra|الحضر|4|w|Al Ḩaḑar
Baaj|البعاج|4|w|Al Ba‘āj
Shaqlawa|شقلاوة|4|e|Shaqlāwah
Dukan|دوكان|4|e
Qaladiza|قلعة دزة|4|e|Qeładizê
Penjwen|بنجوين|4|e|Baynjiwayn
Sayid Sadiq|سيد صادق|4|e|Seyid Sadiq
Choman|جومان|4|e
Mergasur|ميركسور|4|e|Mêrgasur
Khabat|خبات|4|w|Xebat
Qushtapa|قوشتبة|4|e|Qushtepe
Ankawa|عنكاوا|4|n|‘Aynkāwah
Daratu|دارتو|4|e|Dare Tû, Darato
Bahrka|بحركة|4|n|Beḧirke
Qaradagh|قرداغ|4|s|Qeredagh
Mawat|ماوت|4|e|Mawet
Chwarta|جوارتا|4|e
Batifa|باطوفة|4|n
Zawita|زاويتة|4|e|Zāwītah
Bamarni|بامرني|4|n
Kani Masi|كاني ماسي|4|n
Derkar|دركار|4|n
Ibrahim Khalil|إبراهيم الخليل|4|w|Ibrāhīm al Khalīl
Ain al-Tamr|عين التمر|4|w|‘Ayn Tamr
Tarmiyah|الطارمية|4|w|Aţ Ţārmīyah
Mahmudiyah|المحمودية|4|w|Al Maḩmūdīyah
Suwayrah|الصويرة|4|e|Aş Şuwayrah
Aziziyah|العزيزية|4|e|Al ‘Azīzīyah
Numaniyah|النعمانية|4|w|An Nu‘mānīyah
Hayy|الحي|4|e|Al Ḩayy
Badra|بدرة|4|e|Badrah
Balad Ruz|بلدروز|4|e|Baladrūz
Mahawil|المحاويل|4|e|Al Maḩāwīl
Hindiyah|الهندية|4|w|Al Hindīyah
Saddat al-Hindiyah|سدة الهندية|4|w|Nāḩīyat Saddat al Hindīyah
Hashimiyah|الهاشمية|4|e|Al Hāshimīyah
Qasim|القاسم|4|e|Imam Qasim
Shamiyah|الشامية|4|e|Ash Shāmīyah
Ghammas|غماس|4|e|Nahiyat Ghammas
Mishkhab|المشخاب|4|w|Al Mishkhāb
Manadhirah|المناذرة|4|w|Al Manādhirah
Shinafiyah|الشنافية|4|w|Nāḩiyat ash Shināfīyah
Afak|عفك|4|e|‘Afak
Hamza|الحمزة|4|e|Al Ḩamzah
Rumaythah|الرميثة|4|e|Ar Rumaythah
Salman|السلمان|4|e|As Salmān
Rifai|الرفاعي|4|e|Ar Rifā‘ī
Suq al-Shuyukh|سوق الشيوخ|4|e|Sūq ash Shuyūkh
Jabayish|الجبايش|4|s|Al Jabāyish
Fuhud|الفهود|4|s|Nāḩiyat al Fuhūd
Ali al-Gharbi|علي الغربي|4|e|‘Alī al Gharbī
Ali al-Sharqi|علي الشرقي|4|e|Nāḩiyat Alī ash Sharqī
Maymunah|الميمونة|4|w|Al Maymūnah
Kahla|الكحلاء|4|e|Al Kaḩlā’
Qalat Salih|قلعة صالح|4|e|Qal‘at Şāliḩ
Qurnah|القرنة|4|e|Al Qurnah
Madinah|المدينة|4|w|Al Madīnah
Harithah|الهارثة|4|w|Al Hārithah
Abu al-Khasib|أبو الخصيب|4|s|Abī al Khaşīb
Haqlaniyah|الحقلانية|4|w|Al Ḩaqlānīyah
Old Anah|عنه القديمة|4|n|‘Anat al Qadīmah
Zawiya|الزوية|4|w|AlZwya
Abbasi|العباسي|4|w|Al ‘Abbāsī
Riyadh|الرياض|4|w|Ar Riyāḑ
Awja|العوجة|4|s|Al ‘Awjah
Hajiawa|حاجياوا|4|e
`)

/** Governorates, under the names that their English-language sources use. */
export const governorateSpellings = readSpellings(`
Dohuk|دهوك|||Duhok
Salah al-Din|صلاح الدين|||Saladin
Babil|بابل|||Babylon
Anbar|الأنبار|||Al Anbar
Muthanna|المثنى|||Al Muthanna
Qadisiyah|القادسية|||Al-Qādisiyyah
`)

/** Rows of the archive that are districts of a town, counted with the whole town's people. They would outrank the town. */
export const notPlaces = new Set([
  'almawsilaljadidah',
  'albasrahalqadimah',
  'sinah',
  'nahiyathiran',
  'nahiyatbahar',
  'nahiyatatbah',
  'pasragadbranch',
  'kahriz',
  'azadshahr',
])
