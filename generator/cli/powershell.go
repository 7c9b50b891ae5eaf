package cli

import (
	"fmt"
	"strings"
)

func powershell(commands []shellCommand) string {
	var b strings.Builder
	b.WriteString(`# casusboek in PowerShell; casusboek help completion says where this goes
Register-ArgumentCompleter -Native -CommandName casusboek -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }
    $before = if ($typed.Count -gt 2) { $typed[-1] } else { '' }
    $found = @(switch ("$command $before") {
`)
	for _, c := range commands {
		for _, f := range c.Flags {
			if len(f.Choices) > 0 {
				fmt.Fprintf(&b, "        %s { %s; break }\n", powerText(c.Name+" --"+f.Name), powerList(f.Choices, nil))
			}
		}
	}
	b.WriteString("    })\n    if ($found.Count -eq 0) {\n        $found = @(switch ($command) {\n")
	var about []string
	for _, c := range commands {
		about = append(about, c.About)
	}
	fmt.Fprintf(&b, "            '' { %s }\n", powerList(completionNames(commands), about))
	for _, c := range commands {
		var words, told []string
		words = append(words, c.Words...)
		told = append(told, c.Words...)
		for _, f := range c.Flags {
			words, told = append(words, "--"+f.Name), append(told, f.About)
		}
		if len(words) > 0 {
			fmt.Fprintf(&b, "            %s { %s }\n", powerText(c.Name), powerList(words, told))
		}
	}
	b.WriteString(`        })
    }
    $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
    }
}
`)
	return b.String()
}

// powerList writes words as pairs of what is typed and what is told of it.
func powerList(words, about []string) string {
	var pairs []string
	for i, word := range words {
		told := word
		if about != nil && about[i] != "" {
			told = about[i]
		}
		pairs = append(pairs, ",@("+powerText(word)+", "+powerText(told)+")")
	}
	return strings.Join(pairs, "; ")
}

// powerText quotes a text. PowerShell takes typographic quotation marks for straight ones.
func powerText(text string) string {
	return "'" + strings.NewReplacer("'", "''", "‘", "‘‘", "’", "’’").Replace(text) + "'"
}
