using System.Diagnostics;

namespace Mesh.Sdk.Compare;

/// <summary>A program that does the same work in its own process.</summary>
internal static class Peer
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>How long it took as a whole, and the lines it printed.</returns>
    public static (double Milliseconds, string[] Lines) Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double milliseconds = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return process.ExitCode == 0
            ? (milliseconds, output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
