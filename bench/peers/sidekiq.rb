# Works no-op jobs with Sidekiq. For each line with a number, enqueues as many jobs at once, and prints the
# seconds from the first start to the last end.
require 'sidekiq'

Redis.silence_deprecations = true if Redis.respond_to?(:silence_deprecations=)

class Noop
  include Sidekiq::Worker

  LOCK = Mutex.new
  DONE = Queue.new
  class << self
    attr_accessor :left, :first
  end

  def perform
    LOCK.synchronize do
      Noop.first ||= Process.clock_gettime(Process::CLOCK_MONOTONIC)
      Noop.left -= 1
      DONE << Process.clock_gettime(Process::CLOCK_MONOTONIC) - Noop.first if Noop.left.zero?
    end
  end
end

Sidekiq.configure_server do |config|
  config.logger.level = Logger::WARN
  config.on(:startup) do
    Thread.new do
      puts 'ready'
      $stdout.flush
      $stdin.each_line do |line|
        Noop.left = line.to_i
        Noop.first = nil
        Sidekiq::Client.push_bulk('class' => Noop, 'args' => Array.new(Noop.left) { [] })
        puts Noop::DONE.pop
        $stdout.flush
      end
      exit!
    end
  end
end
