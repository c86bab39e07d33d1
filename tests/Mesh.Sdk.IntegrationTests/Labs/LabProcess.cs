using System.Diagnostics;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A program that runs until it is stopped, at the latest when this process ends.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _errors = [];

    public LabProcess(string program, params string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += Stop;
    }

    /// <summary>Waits for a line that begins with a word, and returns its fields.</summary>
    public async Task<string[]> ReadLineAsync(string word)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return line.Split(' ');
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended without saying {word}: {string.Join('\n', _errors)}");
    }

    /// <summary>Fails when the program ends, with what it said; never ends before.</summary>
    public async Task UntilEndedAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with exit code {_process.ExitCode}: {string.Join('\n', _errors)}");
    }

    /// <summary>Ends the program without a farewell.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Stop;
        Stop(null, EventArgs.Empty);
        _process.Dispose();
    }

    private void Stop(object? sender, EventArgs e)
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    private void Note(string? line)
    {
        lock (_errors)
        {
            _errors.Add(line ?? "");
        }
    }
}
