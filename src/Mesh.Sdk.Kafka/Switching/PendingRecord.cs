using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A record that was accepted from a caller, who waits for it.</summary>
internal sealed class PendingRecord(string topic, Message<byte[], byte[]> message)
{
    private readonly TaskCompletionSource<WrittenRecord> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Topic { get; } = topic;

    public Message<byte[], byte[]> Message { get; } = message;

    public Task<WrittenRecord> Written => _written.Task;

    public void Complete(WrittenRecord written) => _written.TrySetResult(written);

    public void Fail(Exception reason) => _written.TrySetException(reason);

    /// <summary>Nobody waits any more: if it was not sent, it is not sent.</summary>
    public void Abandon(CancellationToken cancellationToken) => _written.TrySetCanceled(cancellationToken);
}
