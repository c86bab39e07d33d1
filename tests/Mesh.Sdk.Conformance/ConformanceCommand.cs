using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Conformance;

/// <summary>The command line: <c>DIR [--set NAME]... [--verbose]</c>.</summary>
public static class ConformanceCommand
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage = """
        Usage: dotnet run -c Release --project tests/Mesh.Sdk.Conformance -- DIR [--set NAME]... [--verbose]
          DIR        folder with vector files (*.json)
          --set NAME only this set, or these if given again; a trailing * stands for any ending
          --verbose  print the cases that pass, too
          --help     print this
        """;

    /// <summary>Runs the vectors of a folder. Returns 0 if all pass, 1 if any fails, 2 on bad arguments, such as a set that can't be run.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Contains("--help") || args.Contains("-h"))
        {
            output.WriteLine(Usage);
            return Passed;
        }

        if (!TryParse(args, out Arguments? arguments, out string? problem))
        {
            errors.WriteLine(problem);
            errors.WriteLine(Usage);
            return Misused;
        }

        ConformanceRunner runner = new(VectorSets.All);
        ConformanceReport report = runner.Run(arguments.Directory, arguments.Sets);
        bool isNamed = arguments.Sets.Count > 0;
        if (report.Results.Count == 0 && (isNamed || report.Skipped.Count == 0))
        {
            string sets = isNamed ? string.Join("', '", arguments.Sets) : "*";
            errors.WriteLine(report.Skipped.Count == 0 ? $"There are no vectors of '{sets}' in {arguments.Directory}." : $"No set '{sets}' is known here.");
            errors.WriteLine(Usage);
            return Misused;
        }

        report.WriteTo(output, arguments.IsVerbose);
        return report.HasFailures ? Failed : Passed;
    }

    private static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        string? directory = null;
        List<string> sets = [];
        bool isVerbose = false;
        arguments = null;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--verbose":
                    isVerbose = true;
                    break;
                case "--set" when i + 1 < args.Length:
                    sets.Add(args[++i]);
                    break;
                case var text when !text.StartsWith('-') && directory is null:
                    directory = text;
                    break;
                default:
                    problem = $"The argument '{args[i]}' is not understood.";
                    return false;
            }
        }

        problem = directory is null ? "DIR is missing." : Directory.Exists(directory) ? null : $"There is no folder '{directory}'.";
        arguments = problem is null ? new(directory!, sets, isVerbose) : null;
        return problem is null;
    }

    private sealed record Arguments(string Directory, IReadOnlyList<string> Sets, bool IsVerbose);
}
