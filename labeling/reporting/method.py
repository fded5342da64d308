"""How the figures were made, in words, with the sources of the formulae."""

from __future__ import annotations

COUNTED = (
    "The current judgments of all sentences count, also of those that were settled later. A sentence that somebody has "
    "not looked at is missing there. “None applies” is a vote against every label of the annotator’s version of the "
    "codebook. To exclude a sentence says nothing of labels and is a decision with figures of its own. Judgments that "
    "were taken back do not count; unsure ones count as they are."
)

INTERVALS = (
    "Sentences of one article resemble each other, so whole articles were drawn with replacement; articles that "
    "several people judged were drawn apart from those of one person. The generator is PCG64 with the seed below. "
    "The percentile interval is the middle 95 % of the values; BCa corrects it for bias and skewness. With fewer than "
    "about 40 articles both are too narrow."
)

LIMITS = (
    "No figure is good or bad by itself: what is needed depends on what the labels are for, on how hard they are and "
    "on how rare. Agreement does not tell who is right."
)

# What each figure is, its formula, and where that comes from.
FORMULAE = (
    (
        "Applied (prevalence)",
        "mean over sentences of the share of their annotators who gave the label",
        "",
    ),
    (
        "Same answer (percent agreement)",
        "mean over sentences of the share of their pairs of annotators who said the same",
        "Fleiss, Psychological Bulletin 76 (1971)",
    ),
    (
        "Positive, negative agreement",
        "of pairs of judgments of which one is (is not) the label, the share in which the other one is (is not), too",
        "Cicchetti and Feinstein, J. Clin. Epidemiol. 43 (1990); de Vet et al., J. Clin. Epidemiol. 83 (2017)",
    ),
    (
        "Krippendorff’s α",
        "1 − Do / De, nominal, from all pairs of judgments of a sentence; missing judgments as they are",
        "Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011)",
    ),
    (
        "α with MASI distance",
        "the same, of whole sets of labels: their distance is 1 − J · M",
        "Passonneau, Measuring Agreement on Set-valued Items, LREC (2006)",
    ),
    (
        "Fleiss’ κ",
        "(P − Pe) / (1 − Pe) on the sentences that all annotators judged",
        "Fleiss, Psychological Bulletin 76 (1971)",
    ),
    (
        "Gwet’s AC1",
        "(P − Pe) / (1 − Pe) with Pe = 2 π (1 − π), π being the prevalence",
        "Gwet, Brit. J. Math. Stat. Psychol. 61 (2008); Handbook of Inter-Rater Reliability (2014)",
    ),
    (
        "Cohen’s κ",
        "(P − Pe) / (1 − Pe) of two annotators, each with a rate of their own",
        "Cohen, Educ. Psychol. Meas. 20 (1960)",
    ),
    (
        "Percentile interval",
        "the 2.5 % and 97.5 % quantiles of the draws",
        "Efron, Annals of Statistics 7 (1979)",
    ),
    (
        "BCa interval",
        "quantiles corrected for bias and acceleration",
        "Efron, JASA 82 (1987); Davison and Hinkley, Bootstrap Methods and their Application (1997)",
    ),
    (
        "Stake of a sentence",
        "by how much the α of all labels would rise together, were the sentence agreed on",
        "from the terms of Krippendorff (2011)",
    ),
)
