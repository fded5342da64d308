"""An article -> for each sentence the labels that its words suggest, with scores and the words they rest on."""
