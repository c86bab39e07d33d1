using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Microsoft.Extensions.Logging;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class SecrecyTests : AttachFixture
{
    [Test]
    public async Task No_text_shows_a_token_or_a_key()
    {
        NeedsTokenInSecret();
        Notes notes = new();
        using ConnectedMesh mesh = new(Definition, [Connected(East), Connected(West), Connected(North)]) { Logger = notes };

        ApplyResult attached = await mesh.AttachAsync(Peer, Options, notes);
        string first = await TokenAsync();
        ApplyResult rotated = await mesh.RotateAsync(Peer, Options, TimeSpan.Zero, notes);
        string second = await TokenAsync();
        await East.Faults.AddAsync(new($"{Namespace}/secrets/istio-remote-secret-west") { Method = "PATCH", Status = 403, Times = 0 });
        ApplyResult failed = await mesh.RotateAsync(Peer, Options, TimeSpan.Zero, notes);
        AttachPreview preview = await mesh.PreviewAttachAsync(Peer, Options);
        MeshStatus status = await mesh.GetStatusAsync();

        failed.IsSuccess.Should().BeFalse();
        notes.Texts.Should().HaveCountGreaterThan(6).And.Contain(t => t.StartsWith("Failed to rotate"));
        string all = string.Join('\n', [.. notes.Texts, .. Texts(attached), .. Texts(rotated), .. Texts(failed), $"{preview}{preview.Findings.ToJson()}", $"{status.ToWideTable()}{status.ToJson()}{status.ToYaml()}"]);
        string key = (await File.ReadAllTextAsync(Path.Combine(West.Folder, "admin.key"))).Split('\n')[1];
        all.Should().NotContain(first).And.NotContain(second).And.NotContain(first.Split('.')[2]).And.NotContain(key).And.NotContain("eyJ");
    }

    private static IEnumerable<string> Texts(ApplyResult result) => [result.ToTable(), result.ToJson(), string.Join('\n', result.Objects), result.Findings.ToTable()];

    private sealed class Notes : ILogger<ConnectedMesh>, IProgress<AttachEvent>
    {
        public ConcurrentQueue<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Enqueue(formatter(state, exception));

        public void Report(AttachEvent value) => Texts.Enqueue(value.ToString());
    }
}
