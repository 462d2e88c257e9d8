/** Family names of people on cases. */
export const familyNames = (
  'Abara Aldersey Amberley Bakshi Barraclough Bielak Bramwith Brânză Cattermole Chaudry Coldwell ' +
  'Crossthwaite Dearlove Diallo Drinkwater Dziedzic Eastaugh Egbuna Elphick Fallowfield Faraji Gaskin ' +
  'Gebremariam Goodspeed Greenhalgh Habib Haldane Hosseinzadeh Huang Inskip Ivashko Jamroz Kearsley ' +
  'Khatun Kinsella Kowalik Lascelles Leatherbarrow Lim Mahmood Makepeace Mbeki-Rowe Mistry Muñoz ' +
  'Netherwood Nowicki Nwosu O’Hanrahan Okoro Pargeter Pavlenko Petrescu Quayle Rafferty Rahim ' +
  'Ravenscroft Rowbotham Sandhu Seabrook Shenstone Siddiqa Szymczak Tesfaye Thistlewood Tran Ubani ' +
  'Varma Vasilenko Waddington Warsame Winstanley Wójtowicz Yeadon Zaman Zielony'
).split(' ') as [string, ...string[]]
