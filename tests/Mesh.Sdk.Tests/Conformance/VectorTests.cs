using Mesh.Sdk.Conformance;

namespace Mesh.Sdk.Tests.Conformance;

public sealed class VectorTests
{
    private static readonly string[] Names = [.. VectorSets.All.Select(set => set.Name)];

    [TestCaseSource(nameof(Names))]
    public void Every_vector_of_the_set_passes(string set)
    {
        string directory = FindVectors(set) ?? throw new IgnoreException("The vectors are not here.");

        ConformanceReport report = new ConformanceRunner(VectorSets.All).Run(directory, set);

        report.Results.Should().NotBeEmpty();
        report.Results.Where(result => result.Failure is not null).Should().BeEmpty();
    }

    private static string? FindVectors(string set)
    {
        for (DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mesh.Sdk.slnx")))
            {
                string vectors = Path.Combine(folder.FullName, "..", "shared", "vectors");
                return Directory.Exists(vectors) ? Directory.EnumerateDirectories(vectors).Single(d => File.Exists(Path.Combine(d, $"{set}.json"))) : null;
            }
        }

        return null;
    }
}
