/** Help for officers, a screen for each topic: tallies; clearance and questions; the watch and its deadlines. */
export default {
  "help.title": "Help",
  "help.topic": "What about",
  "help.tallies": "Daily tallies",
  "help.clearance": "Clearance and questions",
  "help.watch": "Watch and deadlines",

  "help.tallies.why": "Once a day your agency says what happened",
  "help.tallies.why.text":
    "Either nil, when nothing was seized, or how many cases of which goods. Nil is an answer. Silence is none: it is shown as missing and never counted as zero.",
  "help.tallies.due": "In this operation a tally is due at {time} in {zone}, for the day by that clock.",
  "help.tallies.how": "How it is done",
  "help.tallies.step.1": "On the first page, press 'Nothing was seized: nil'. That is all on most days.",
  "help.tallies.step.2":
    "When there were seizures, the tally is filled in from your case reports. Check the numbers and put it on record.",
  "help.tallies.step.3": "For several days at once, open 'Enter several days'. Days you leave at 'not yet' stay open.",
  "help.tallies.marks": "What the marks say",
  "help.tallies.mark.reported": "Said in time, with seizures.",
  "help.tallies.mark.nil": "Said to be nil, or covered by a standing nil.",
  "help.tallies.mark.late": "Said after the deadline.",
  "help.tallies.mark.missing": "The deadline has passed and nothing was said.",
  "help.tallies.mark.not_due": "Nothing is due, or not yet.",
  "help.tallies.wrong": "When something was wrong",
  "help.tallies.wrong.text":
    "Open the day, press 'Correct', and put the correction on record. What was said before stays readable, with name and time. A lamp dot marks a day on which the tally and your case reports differ: correct whichever is wrong.",
  "help.tallies.asked_back":
    "Quantities are said back in words. One that nobody expects of a day is asked back once: correct it, or tick that it is right.",
  "help.tallies.nil.text":
    "If a seizure is reported later for a day you called nil, that day opens again until the tally is corrected.",
  "help.tallies.weekly":
    "A weekly tally stands for all days since the last one, and is compared with the case reports of them all.",
  "help.tallies.line":
    "No line? What you typed stays in the form. Send it again: it is taken once, however often you send it.",

  "help.clearance.why": "Before clearance nobody outside of your agency sees a report",
  "help.clearance.why.text":
    "Not the other countries, not the coordination unit, not the lead; it is in no figure and on no map. Your national contact point clears it.",
  "help.clearance.steps":
    "{n, plural, =0 {Your agency clears without a step of its own: a report is released when it is sent.} one {Your agency clears in one step: one contact point approves.} other {Your agency clears in # steps: # contact points approve, one after the other.}}",
  "help.clearance.way": "The way of a report",
  "help.clearance.step.1": "You send it. It waits at your contact point; you see it under 'Waits for you'.",
  "help.clearance.step.2": "The contact point looks at what others will see and who will read it, and approves.",
  "help.clearance.step.3":
    "Or returns it with a reason. You find it on your first page, correct it, and send it again. Nothing you typed is lost.",
  "help.clearance.hold":
    "Or puts it on hold with a reason: then it waits for nobody, until it is taken up again. 'Clearance' shows all of them, with the names of the readers beside each.",
  "help.clearance.step.4":
    "With the last approval it is released: within seconds it is in the figures of those who may read it.",
  "help.clearance.names": "Names of persons and documents go only to the readers that the report names for them.",
  "help.questions": "When the coordination unit asks",
  "help.questions.text":
    "A question stands at the top of the page of the seizure and says what it is about. It appears on your first page under 'Waits for you', and ages there until somebody answers.",
  "help.questions.how":
    "Open it, and write the answer below it. If the report itself was wrong, correct the report first and say so in the answer: a correction alone does not close the question.",
  "help.questions.twice":
    "When the unit thinks that two reports are one case, it asks under 'Duplicates'. Both count until their owners agree, and a merge can be undone.",
  "help.questions.owner":
    "The coordination unit checks and asks. It never changes your report: facts belong to who reported them.",

  "help.watch.why": "Somebody keeps the watch",
  "help.watch.why.text":
    "Under 'Watch' each agency and the coordination unit enters who is on duty from when to when, and how that person is reached.",
  "help.watch.gap":
    "A gap now or in the next twelve hours raises an alarm for those who keep the watch, on the first page and as a number beside 'Watch'. It ends by itself when the gap is filled.",
  "help.watch.log":
    "The log is your agency's own. Nothing in it is changed: a correction is an entry of its own. A promise stays open until somebody says that it was kept.",
  "help.handover": "Handing over",
  "help.handover.step.1":
    "The sheet writes itself: what is new, what is overdue, what was promised. Read it, add a remark, sign.",
  "help.handover.step.2": "If something comes in while you read, you are shown the new sheet before you can sign it.",
  "help.handover.step.3":
    "Whoever comes on duty accepts it. Until then you can take it back; after half an hour unaccepted it is an alarm.",
  "help.handover.step.4": "What was signed stays as it was, and can be read later by those with the same duty.",
  "help.deadlines": "At the deadline the day is summed up",
  "help.deadlines.when": "Here that is at {time} in {zone}, each day of the operational phase.",
  "help.deadlines.text":
    "What is counted then is written down as provisional and never changed. Later corrections show as lines beside it: then, now.",
  "help.deadlines.where":
    "Every past deadline is under 'Figures', 'Deadlines'. Today's figures go on as reports come in.",
  "help.here": "What happened meanwhile, and who is here",
  "help.here.since":
    "The first page says what changed since you were last here, weightiest first: for your agency and your open questions.",
  "help.here.presence":
    "If the plan shows it, the head names other agencies that are here now: never who, and nothing of it is kept. On your agency's page you choose not to be shown; then you see nobody either.",

  "help.imports": "Files",
  "help.imports.how": "From a spreadsheet to reports",
  "help.imports.step.1": "Send the file as you have it, or paste its cells. Nothing is reported yet.",
  "help.imports.step.2":
    "See which column holds what. Your agency says it once: the next file with these headings is read the same way.",
  "help.imports.step.3":
    "Look at what was understood beside what was written. Mend cells, answer questions, or take the rows away with their reasons and send them again.",
  "help.imports.step.4":
    "Import the good ones, or all or nothing. They go the way of typed reports, approval among it.",
  "help.imports.again": "When the same file comes again",
  "help.imports.again.text":
    "A case is known by its number. What is here already and says the same is left alone; what says something else is offered as a correction, and made only when you choose it.",
  "help.imports.long": "When it takes long",
  "help.imports.long.text":
    "You can leave the page: the work goes on. Cancelled, it leaves no half report. A file that stopped in the middle is gone on with when you choose it again.",

  "help.links": "Linked seizures",
  "help.links.why": "Different seizures, perhaps one network",
  "help.links.why.text":
    "A container that comes up again, the same mark on the packaging, a rare way of hiding on the same route: what several agencies seize may have one sender. The page of a seizure suggests such others, each with its reasons; 'Linked seizures' under 'Figures' has those of the whole operation.",
  "help.links.not":
    "Two reports of one seizure are something else: the coordination unit looks after these under 'Duplicates'. Linking changes no figure.",
  "help.links.reasons": "Where the reasons come from",
  "help.links.reasons.text":
    "From reports alone: container, flight or voyage, marks, packing, hiding, route, goods and days; of names only waybills and registrations. What is rare weighs more than what is usual.",
  "help.links.yours":
    "You are given only reasons that you could read in both cases. Others may see more reasons than you for the same pair, or none.",
  "help.links.written":
    "It helps to write down what others may find too: the mark in 'Brand', or in quotation marks where you say how it was hidden.",
  "help.links.answers": "What an answer does",
  "help.links.answers.text":
    "Leads, contact points, the coordination unit and analysts say whether two cases belong together. It stands with name and time for all who read both cases.",
  "help.links.again":
    "A pair that was dismissed comes back only for a reason that was not there when it was dismissed.",
  "help.links.back": "Every answer can be taken back; what was said before stays readable.",
  "help.exports": "Export",
  "help.exports.how": "From released cases to the other system",
  "help.exports.step.1":
    "Choose the shape of CEN or of CENcomm, and whether only what changed goes out. Then make the workbook.",
  "help.exports.step.2":
    "A large one is made step by step while its page is open, and waits where it stands when you leave. Half made, it counts for nothing.",
  "help.exports.step.3":
    "Download it and load it up there yourself: nothing goes from here to another system by itself.",
  "help.exports.step.4": "Write the number that you get there into the case. That marks nothing as changed.",
  "help.exports.marks": "New, changed, withdrawn",
  "help.exports.marks.text":
    "Each case is compared with your agency's last complete workbook of the same shape, column by column. What differs is named; a check by the coordination unit changes nothing.",
  "help.exports.again":
    "A workbook stays as it was made and can be downloaded again, whatever became of its cases since.",
  "help.exports.never": "What is not in it",
  "help.exports.never.text":
    "Names, registrations and waybills are in no workbook. Cases of other agencies are handed out by these, and those that you hold back wait until you share them.",
  "help.exports.erased":
    "Erased cases disappear from earlier workbooks too. Tell the other system of them yourself: a later workbook cannot.",
  "help.exports.shape": "Columns and words",
  "help.exports.shape.text":
    "The official templates are not public. What the columns are called and which words stand in them whoever runs this installation sets, for all agencies alike.",
  "help.filter": "Filter and views",
  "help.filter.one": "One filter for every view",
  "help.filter.one.text":
    "Map, days, totals, charts and lists of a page follow one filter. Within one field any of the values fits; the fields must all fit.",
  "help.filter.chips":
    "What holds stands as chips: a cross takes one away. The address holds the filter, so that a link shows the same.",
  "help.filter.how": "Ways to narrow it",
  "help.filter.days":
    "Drag over the days below the map, or move the ends of the window by arrow keys: a day; by page keys: a week. ‘Play’ runs through them like a film.",
  "help.filter.map": "Open a country, a place or a line on the map and choose ‘Only …’.",
  "help.filter.area": "Draw an area with the dotted square: by hand, or by Enter for what is in view.",
  "help.filter.charts": "Charts of your own",
  "help.filter.charts.measure":
    "‘Measure’ on a chart adds up persons or the quantity of one commodity instead of counting cases, and splits it by what you choose. It stands in the address, and kept views keep it.",
  "help.filter.charts.flow":
    "‘From origin to destination’ is enforcement view: what reports say up to the seizure, and dashed where the goods were bound for. What nobody knows stands as not known.",
  "help.filter.charts.delay":
    "‘Days from seizure to release’ counts days in the operation’s zone, with the median; the table has each administration.",
  "help.filter.charts.drill": "Every underlined number leads to the list of the reports behind it.",
  "help.filter.figures":
    "On the page of figures, each row of a chart leads to its cases alone, and each number of the cross-table to its reports. ‘Compare with …’ sets other days beside those of the filter.",
  "help.filter.views": "Views that are kept",
  "help.filter.views.text":
    "‘Save view’ keeps a filter under a name, for yourself or shared with all who read facts. Nobody sees more by it than their role reads.",
  "help.filter.watch":
    "A view can be watched: once so many new cases fit within so many days, a notice tells you, each case once. To watch a view of somebody else, save it as your own first.",
  "help.clocks": "Two clocks",
  "help.clocks.two": "When it happened, and when we knew",
  "help.clocks.happened": "'As it happened' goes by the days of the seizures, with everything that is known today.",
  "help.clocks.known":
    "'As we knew it' goes by what had been reported, corrected and checked up to a moment: the totals of that page are those that were on the screens then.",
  "help.clocks.why":
    "So a figure that was given to the press at 18:00 can be found again, whatever was corrected since.",
  "help.clocks.how": "How a moment is chosen",
  "help.clocks.step.1":
    "On the map or the figures, press 'As known at …' and choose day and time in the operation's zone.",
  "help.clocks.step.2": "On the map, choose 'As we knew it' below it: play what was known, or move the slider.",
  "help.clocks.step.3":
    "The address says the moment and can be passed on. A notice says that it is not the present; 'Back to now' leaves it.",
  "help.clocks.back": "What a moment cannot tell",
  "help.clocks.back.text":
    "A report that was held back or withdrawn since still counts in the totals of the whole operation. It is shown to nobody one by one, and is left out as soon as a filter is set or the film plays.",
  "help.clocks.erased": "Erased records count nowhere any more; the page says how many there are.",
  "help.clocks.now": "Tallies, lists and the pages of cases are always of the present.",
  "help.machines": "Machines",
  "help.machines.why": "A machine saves typing twice",
  "help.machines.why.text":
    "Your agency's own case system can report, correct and post tallies here, and fetch what others released.",
  "help.machines.same":
    "It is a member of your agency with a role, like a person: the same rules, the same clearance, the same words when something is refused.",
  "help.machines.guide": "What machines can say and ask",
  "help.machines.how": "How a machine gets its key",
  "help.machines.step.1":
    "A contact point opens the own agency under 'Participants' and adds the machine with its unit and role.",
  "help.machines.step.2":
    "Then makes a key: what it is for, in this operation alone or wherever the machine takes part, and for how many days.",
  "help.machines.step.3": "The key is shown once. It is handed to whoever runs the system, and by no open mail.",
  "help.machines.end": "When a key ends",
  "help.machines.renew":
    "Renew it before its last day: the new one has the same rights, and the old one goes on for the hours you give, so that nothing stands still.",
  "help.machines.lost":
    "Lost, or seen by somebody else? End it at once. Whatever uses it is refused from that moment on; what it reported stays.",
} as const;
