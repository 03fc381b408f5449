/** Oceans, seas, gulfs and lakes, which no archive names: `English|local|zoom from|zoom to|longitude|latitude`, a tilde for a new line. */
const rows = `
ATLANTIC~OCEAN||1.6|5|-40|30
ATLANTIC~OCEAN||1.6|5|-15|-25
PACIFIC~OCEAN||1.6|5|-145|12
PACIFIC~OCEAN||1.6|5|165|20
PACIFIC~OCEAN||1.6|5|-125|-35
INDIAN~OCEAN||1.6|5|78|-22
ARCTIC~OCEAN||1.6|5|-150|78
SOUTHERN~OCEAN||1.6|5|80|-60
Mediterranean~Sea||3|6|18|34.8
Mediterranean~Sea|البحر المتوسط|5|8|31.5|33.7
Black Sea||3|8|34.5|43.2
Caspian~Sea||3.4|8|50.6|41.8
Red~Sea|البحر الأحمر|3.4|8|37.6|21.5
Arabian~Sea|بحر العرب|3|7|64|15
Persian~Gulf|الخليج|4.3|9|51.2|27.2
Gulf of~Oman|خليج عُمان|5|9|59|24.6
Gulf of Aden|خليج عدن|4.6|9|48|12.2
Bay of~Bengal||3|7|88|14
South China~Sea||3.2|7|114|14
East China~Sea||4|7|125|29.5
Sea of~Japan||3.6|7|134.5|40
Sea of~Okhotsk||3|7|149|54
Bering~Sea||3|7|-177|57.5
Philippine~Sea||3.2|7|133|18
Coral~Sea||3.2|7|153|-16
Tasman~Sea||3.2|7|161|-38
Caribbean~Sea||3.4|7|-75|15
Gulf of~Mexico||3.2|7|-90|25
Hudson~Bay||3.2|7|-85|60
Labrador~Sea||3.6|7|-54|57.5
North~Sea||4|8|3|56.5
Norwegian~Sea||3.4|7|3|67.5
Baltic~Sea||4.4|8|19.5|57
Barents~Sea||3.2|7|40|74
Kara~Sea||3.4|7|70|76
Aegean~Sea||5.2|8|25|38.6
Adriatic~Sea||5|8|15.3|43.1
Gulf of~Guinea||3.6|7|2|1.5
Mozambique~Channel||4|7|41|-19
Tyrrhenian~Sea||5.2|8|12.2|40
Lake~Van|Van Gölü|6.8|11|42.9|38.62
Lake~Urmia|دریاچه ارومیه|6.8|11|45.4|37.7
Lake~Tharthar|بحيرة الثرثار|6.6|11|43.25|33.97
Lake~Razazza|بحيرة الرزازة|7.2|11|43.67|32.72
Lake Habbaniyah|بحيرة الحبانية|8.4|12|43.45|33.29
Lake Assad|بحيرة الأسد|7.6|11|38.1|36.05
Mosul Lake|بحيرة الموصل|8|12|42.78|36.72
Lake~Hamrin|بحيرة حمرين|8|12|45.02|34.12
Lake~Dukan|بحيرة دوكان|8.2|12|44.93|36.08
Lake~Haditha|بحيرة حديثة|7.8|12|42.2|34.25
Dead~Sea|البحر الميت|7|11|35.48|31.5
`

export type Sea = { english: string; local: string | null; from: number; to: number; lon: number; lat: number }

/** Every named water that is not a river. */
export const seas: readonly Sea[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [english = '', local = '', from, to, lon, lat] = row.split('|')
    return {
      english: english.replaceAll('~', '\n'),
      local: local === '' ? null : local,
      from: Number(from),
      to: Number(to),
      lon: Number(lon),
      lat: Number(lat),
    }
  })
