using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>Runs a program that prints a credential. What it prints is shown nowhere, as it may be the credential.</summary>
/// <param name="plugin">The program.</param>
/// <param name="connection">The cluster that it may be told about.</param>
/// <param name="rest">What comes with its credential.</param>
/// <param name="time">Tells when it has taken too long.</param>
internal sealed class ExecCredential(KubernetesExecPlugin plugin, KubernetesConnection connection, Credential rest, TimeProvider time)
{
    // Far more than any token and certificate chain.
    private const int MostOutput = 256 * 1024;

    private DateTimeOffset _hungUntil = DateTimeOffset.MinValue;

    /// <summary>Runs the program; called by one request at a time.</summary>
    public async Task<Credential> GetAsync(CancellationToken cancellationToken)
    {
        // The requests that wait behind the one which waited in vain need not do so again, one after the other.
        if (time.GetUtcNow() < _hungUntil)
        {
            throw Hung();
        }

        (int exitCode, string output) = await RunInTimeAsync(cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw Failed($"ended with exit code {exitCode}");
        }

        return Read(AnswerTree.TryParse(output) ?? throw Failed("printed something that is no JSON"));
    }

    private async Task<(int ExitCode, string Output)> RunInTimeAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(plugin.Timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await RunAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _hungUntil = time.GetUtcNow() + plugin.Timeout;
            throw Hung();
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellationToken)
    {
        using Process process = new() { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is ExternalException or IOException)
        {
            throw new KubernetesCredentialException($"The credential plugin '{plugin.Command}' can't be started.", plugin.InstallHint ?? "Install it, or give its full path in the kubeconfig.", e);
        }

        try
        {
            process.StandardInput.Close();
            Task errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
            string output = await ReadAsync(process.StandardOutput, cancellationToken).ConfigureAwait(false);
            await errors.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return (process.ExitCode, output);
        }
        catch (Exception e) when (e is OperationCanceledException or KubernetesCredentialException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task<string> ReadAsync(StreamReader output, CancellationToken cancellationToken)
    {
        char[] text = new char[MostOutput + 1];
        int length = await output.ReadBlockAsync(text, cancellationToken).ConfigureAwait(false);
        return length <= MostOutput ? new(text, 0, length) : throw Failed($"printed more than {MostOutput / 1024} KiB");
    }

    private ProcessStartInfo StartInfo()
    {
        ProcessStartInfo info = new(plugin.Command, plugin.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, SecretText value) in plugin.Environment)
        {
            info.Environment[name] = value.Reveal();
        }

        info.Environment["KUBERNETES_EXEC_INFO"] = ExecInfo.ToJson(plugin, connection);
        return info;
    }

    private Credential Read(UntypedValue printed)
    {
        if (printed.Text("kind") != "ExecCredential" || printed.Text("apiVersion") != plugin.ApiVersion)
        {
            throw Failed($"printed no ExecCredential of {plugin.ApiVersion}");
        }

        (string? token, string? certificate, string? key) =
            (printed.Text("status", "token"), printed.Text("status", "clientCertificateData"), printed.Text("status", "clientKeyData"));
        if ((certificate is null) != (key is null) || (string.IsNullOrEmpty(token) && certificate is null))
        {
            throw Failed("printed neither a token nor a client certificate with its key");
        }

        try
        {
            return rest.With(
                token is null ? default(SecretText?) : token,
                certificate is null ? null : ClientCertificate.FromPem(certificate, key!),
                Expiration(printed.Text("status", "expirationTimestamp")));
        }
        catch (CryptographicException)
        {
            throw Failed("printed a client certificate and key that can't be read");
        }
    }

    private DateTimeOffset? Expiration(string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
        : throw Failed("printed an expirationTimestamp that is no RFC 3339 time");

    private KubernetesCredentialException Hung() => new(
        $"The credential plugin '{plugin.Command}' gave no credential within {plugin.Timeout.TotalSeconds:0.###} s, and was stopped with all that it had started.",
        $"Run it by hand as the kubeconfig has it: it may wait for a person or a server. It is run again after {plugin.Timeout.TotalSeconds:0.###} s; {nameof(KubernetesExecPlugin)}.{nameof(KubernetesExecPlugin.Timeout)} gives it more time.");

    private KubernetesCredentialException Failed(string what) =>
        new($"The credential plugin '{plugin.Command}' {what}.", "Run it by hand as the kubeconfig has it; what it prints is not shown here, as it may be secret.");
}
