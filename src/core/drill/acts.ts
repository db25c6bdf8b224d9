/**
 * Words by which a line of a document tells what somebody did, and not what was seen. English; a document in another language is cut at even
 * steps instead.
 */
const ACT = /\b(?:roll(?:ed|ing|s)? (?:it |them )?back|rollback|revert(?:ed|ing|s)?|restart(?:ed|ing|s)?|reboot(?:ed|ing|s)?|fail(?:ed|ing|s)? over|failover|re-?r[ua]n|(?:un)?cordon(?:ed|ing|s)?|attempt(?:ed|s|ing)? (?:to|at)|disabled?|disabling|enabled?|deploy(?:ed|ing|s)|scal(?:ed|ing|es) (?:up|down|out|in|the)|declar(?:ed|es|ing)|pag(?:ed|ing)|escalat(?:ed|es|ing)|mitigat(?:ed|es|ing)|decid(?:ed|es|ing)|decision (?:made|taken)|comms|switch(?:ed|es|ing)|block(?:ed|ing)|drain(?:ed|ing|s)? (?:the|all|old|node)|drain(?:ed|ing)|stopp(?:ed|ing)|mark(?:ed|ing) the|increas(?:ed|ing) the|rais(?:ed|ing) the|appl(?:ied|ies|ying)|merg(?:ed|ing)|hand(?:ed|ing|s) over|inform(?:ed|ing|s)|beg[au]n|start(?:ed|s|ing) (?:to|an?|the|investigat\w*|look\w*)|investigat(?:ed|es|ing|ion)|join(?:ed|s)|open(?:ed|s) (?:an?|the)|creat(?:ed|es|ing)|turn(?:ed|ing|s) (?:off|on)|remov(?:ed|ing|es)|chang(?:ed|ing) (?:the|back)|fix(?:ed)? (?:was |is )?(?:deployed|merged|released|applied)|paus(?:ed|ing)|releas(?:ed|ing))\b/i;

/** Whether a line tells what somebody did. */
export const tellsAnAct = (line: string): boolean => ACT.test(line.slice(0, 300));

/** A line that says only which stage an incident came to: "Fault detected", "Incident declared", "Resolved". Nobody can read off it what was to be seen, or done. */
const STAGE = /^(?:the )?(?:fault|incident|issue|outage|problem)?\s*(?:was |is |has been )?(?:first |initially )?(?:occurs|occurred|started|began|detected|reported|declared|acknowledged|identified|mitigated|repaired|fixed|resolved|closed|over|ended)[\s.:]*$/i;

/** Whether a line says only which stage an incident came to. English, as above. */
export const isOnlyAStage = (line: string): boolean => STAGE.test(line.slice(0, 60).trim());
