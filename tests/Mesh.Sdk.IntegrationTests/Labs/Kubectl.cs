using System.Diagnostics;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>The kubectl that eng/lab/build.sh brought, or that of the machine.</summary>
internal static class Kubectl
{
    private static readonly string Program = File.Exists(Path.Combine(LabPrograms.Default.Folder, "kubectl")) ? Path.Combine(LabPrograms.Default.Folder, "kubectl") : "kubectl";

    /// <summary>Runs kubectl against a cluster as administrator.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(LabCluster cluster, string input, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(Program, ["--kubeconfig", cluster.KubeConfigPath, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
