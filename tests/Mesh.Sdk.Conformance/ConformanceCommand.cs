using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Conformance;

/// <summary>The command line: <c>DIR [--set NAME] [--verbose]</c>.</summary>
public static class ConformanceCommand
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage = """
        Usage: dotnet run -c Release --project tests/Mesh.Sdk.Conformance -- DIR [--set NAME] [--verbose]
          DIR        folder with vector files (*.json)
          --set NAME only this set; a trailing * stands for any ending
          --verbose  print the cases that pass, too
        """;

    /// <summary>Runs the vectors of a folder. Returns 0 if all pass, 1 if any fails, 2 on bad arguments.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (!TryParse(args, out Arguments? arguments, out string? problem))
        {
            errors.WriteLine(problem);
            errors.WriteLine(Usage);
            return Misused;
        }

        ConformanceRunner runner = new(VectorSets.All);
        ConformanceReport report = runner.Run(arguments.Directory, arguments.Set);
        if (report.Results.Count == 0 && report.Skipped.Count == 0)
        {
            errors.WriteLine($"There are no vectors of '{arguments.Set ?? "*"}' in {arguments.Directory}.");
            errors.WriteLine(Usage);
            return Misused;
        }

        report.WriteTo(output, arguments.IsVerbose);
        return report.HasFailures ? Failed : Passed;
    }

    private static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        string? directory = null;
        string? set = null;
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
                    set = args[++i];
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
        arguments = problem is null ? new(directory!, set, isVerbose) : null;
        return problem is null;
    }

    private sealed record Arguments(string Directory, string? Set, bool IsVerbose);
}
